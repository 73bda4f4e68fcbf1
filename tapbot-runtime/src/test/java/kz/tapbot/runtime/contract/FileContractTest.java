package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.operation.MakeDirectory;
import kz.tapbot.runtime.operation.RemoveDirectory;
import kz.tapbot.runtime.operation.RemoveFile;
import kz.tapbot.runtime.operation.WriteFile;
import kz.tapbot.runtime.resource.DirectoryResource;
import kz.tapbot.runtime.resource.FileResource;
import org.junit.jupiter.api.Test;

/** Files and directories. */
public abstract class FileContractTest extends Trial {

    private static final HostPath PATH = HostPath.of("/etc/tapbot-contract/a.conf");
    private static final HostPath DIRECTORY = HostPath.of("/srv/tapbot-contract");

    @Test
    void a_file_comes_and_goes() {
        FileResource file = file("one\n", FileMode.ALL_READ, 0);
        comesAndGoes(file, new WriteFile(file.address(), file), new RemoveFile(file.address(), PATH));
        assertThat(harness.text(PATH)).isEmpty();
    }

    @Test
    void a_file_has_its_bytes_its_mode_and_its_owner() {
        FileResource file = file("ж\n\"$HOME\" `id` \\ '\n", FileMode.OWNER_READ, 999);
        perform(new WriteFile(file.address(), file));
        assertThat(harness.text(PATH)).contains("ж\n\"$HOME\" `id` \\ '\n");
        assertThat(harness.access(PATH)).contains("0400 999");
        isAsDesired(file);
    }

    @Test
    void a_file_is_changed_in_content_and_mode() {
        FileResource one = file("one\n", FileMode.ALL_READ, 0);
        FileResource two = file("two\n", FileMode.OWNER_READ, 999);
        perform(new WriteFile(one.address(), one), new WriteFile(two.address(), two));
        isAsDesired(two);
    }

    @Test
    void a_change_by_hand_is_seen() {
        FileResource file = file("one\n", FileMode.ALL_READ, 0);
        perform(new WriteFile(file.address(), file));
        harness.write(PATH, "by hand\n", FileMode.OWNER_READ);
        assertThat(seen(file)).get().satisfies(found -> {
            assertThat(found.owner().is(OURS)).isTrue();
            assertThat(found.attributes())
                    .containsEntry("content", contents.of(Content.text("by hand\n")))
                    .containsEntry("mode", "0400");
        });
        perform(new WriteFile(file.address(), file));
        isAsDesired(file);
    }

    @Test
    void a_secret_is_in_the_file_and_nowhere_in_what_is_observed() {
        contents.set("pass", "correct-horse-battery");
        Content content = Content.of(
                List.of(ContentPart.text("password="), ContentPart.secret(SecretName.of("pass"), SecretEncoding.RAW)));
        FileResource file = new FileResource(server(), PATH, content, FileMode.OWNER_READ, 0, "a test", false, NOTHING);
        perform(new WriteFile(file.address(), file));
        assertThat(harness.text(PATH)).contains("password=correct-horse-battery");
        isAsDesired(file);
        assertThat(look(file).toString()).doesNotContain("correct-horse-battery");
    }

    @Test
    void a_file_of_somebody_else_is_seen_and_not_touched() {
        harness.write(PATH, "theirs\n", FileMode.ALL_READ);
        FileResource file = file("ours\n", FileMode.ALL_READ, 0);
        isNotOurs(file);
        assertThat(seen(file)).isPresent();
        refused(new WriteFile(file.address(), file), file.address().toString());
        perform(new RemoveFile(file.address(), PATH));
        assertThat(harness.text(PATH)).contains("theirs\n");
    }

    @Test
    void a_directory_comes_changes_and_goes() {
        DirectoryResource open = directory(FileMode.DIRECTORY);
        DirectoryResource shut = directory(new FileMode(0700));
        comesAndGoes(open, new MakeDirectory(open.address(), open), new RemoveDirectory(open.address(), DIRECTORY));
        assertThat(harness.access(DIRECTORY)).isEmpty();
        perform(new MakeDirectory(open.address(), open), new MakeDirectory(shut.address(), shut));
        isAsDesired(shut);
    }

    @Test
    void a_directory_that_is_not_empty_stays() {
        DirectoryResource directory = directory(FileMode.DIRECTORY);
        perform(new MakeDirectory(directory.address(), directory));
        HostPath inside = DIRECTORY.resolve("theirs");
        harness.write(inside, "theirs\n", FileMode.ALL_READ);
        perform(new RemoveDirectory(directory.address(), DIRECTORY));
        assertThat(harness.text(inside)).contains("theirs\n");
    }

    private FileResource file(String text, FileMode mode, int owner) {
        return new FileResource(server(), PATH, Content.text(text), mode, owner, "a test", false, NOTHING);
    }

    private DirectoryResource directory(FileMode mode) {
        return new DirectoryResource(server(), DIRECTORY, mode, NOTHING);
    }
}
