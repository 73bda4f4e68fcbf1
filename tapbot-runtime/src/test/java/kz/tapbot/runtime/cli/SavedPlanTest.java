package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.tapbot.Tapbot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that was saved is applied as it was shown, or not at all. */
class SavedPlanTest {

    @TempDir
    Path folder;

    private final Shell shell = Shell.of(Shop::topology);
    private Path file = Path.of("");
    private String text = "";

    @BeforeEach
    void save_a_plan() throws IOException {
        file = folder.resolve("next.plan");
        Ended ended = shell.onServers("plan", "--out", file.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).startsWith("Saved. Apply it with: apply /");
        text = Files.readString(file);
    }

    @Test
    void it_is_what_json_writes_and_it_is_applied() {
        assertThat(shell.onServers("plan", "--json").out()).isEqualTo(text);
        assertThat(shell.onServers("apply", file.toString(), "--yes").code()).isZero();
        assertThat(shell.onServers("plan").out()).startsWith("No changes.");
    }

    @Test
    void a_stale_one_is_refused_with_8() {
        shell.onServers("apply", "--yes");

        assertRefused(
                8,
                "The plan is stale: the topology or the servers have changed since it was made. Nothing was changed.");
    }

    @Test
    void one_that_is_cut_off_is_refused() throws IOException {
        for (int length : List.of(0, 1, text.length() / 2, text.length() - 3)) {
            Files.writeString(file, text.substring(0, length));
            assertRefused(3, "error TB5101  ");
        }
    }

    @Test
    void one_that_was_edited_is_refused() throws IOException {
        String edited = "The plan file was edited";
        Files.writeString(file, text.replace("\"create network web\"", "\"create network wab\""));
        assertRefused(3, edited);
        Files.writeString(file, text.replace("\"nginx:1.29.3\"", "\"nginx:1.29.2\""));
        assertRefused(3, edited);
        Files.writeString(file, text.replace("\"summary\"", "\"surplus\" : 1,\n  \"summary\""));
        assertRefused(3, "The saved plan's part /surplus is not known in this format.");
        Files.writeString(file, text.replace("\"format\" : 1", "\"format\" : 1, \"format\" : 1"));
        assertRefused(3, "is not readable as JSON, or holds a key twice");
    }

    @Test
    void an_option_that_was_added_makes_it_another_plan() throws IOException {
        Files.writeString(file, text.replace("\"removeData\" : [ ]", "\"removeData\" : [ \"volume:box/data\" ]"));
        assertRefused(8, "The plan is stale");
        Files.writeString(file, text.replace("\"adopt\" : [ ]", "\"adopt\" : [ \"volume:box/data\" ]"));
        assertRefused(8, "The plan is stale");
        Files.writeString(file, text.replace("\"destroy\" : false", "\"destroy\" : true"));
        assertRefused(3, "The saved plan takes everything down.");
    }

    @Test
    void what_is_no_plan_is_refused() throws IOException {
        for (String other : List.of("{}", "[]", "null", "plan", "\"\u001b[31m\"", "{\"format\":1}", "\u0000")) {
            Files.writeString(file, other);
            assertRefused(3, "error TB510");
        }
        Files.writeString(file, shell.run("show", "--json").out());
        assertRefused(3, "error TB5101  ");
        Files.write(file, text.getBytes(StandardCharsets.UTF_16));
        assertRefused(3, "error TB5101  ");
    }

    @Test
    void one_of_another_version_is_refused() throws IOException {
        Files.writeString(file, text.replace("\"format\" : 1", "\"format\" : 2"));
        assertRefused(3, "This version reads format 1, and the plan says 2.");
    }

    @Test
    void one_of_another_topology_is_refused() {
        shell.declares(() -> Tapbot.topology("other", t -> {}));
        assertRefused(3, "The saved plan is for the topology \"shop\", not for \"other\".");
    }

    @Test
    void what_cannot_be_read_is_refused() throws IOException {
        Files.delete(file);
        assertRefused(3, "next.plan\" does not exist.");
        Files.createDirectory(file);
        assertRefused(3, "next.plan\" is a directory.");
        Files.delete(file);
        Files.createSymbolicLink(file, file);
        assertRefused(3, "next.plan\" cannot be read.");
    }

    @Test
    void one_that_we_may_not_read_is_refused() throws IOException {
        assumeThat(System.getProperty("user.name")).isNotEqualTo("root");
        Files.setPosixFilePermissions(file, Set.of());
        assertRefused(3, "next.plan\" cannot be read.");
    }

    @Test
    void its_options_are_its_own() {
        Ended ended = shell.onServers("apply", file.toString(), "--yes", "--remove-data", "volume:box/data");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).isEqualTo("""
                A saved plan has its own --adopt and --remove-data.
                Give them to "plan --out" instead.
                """);
    }

    @Test
    void saving_replaces_a_file_whole_and_follows_a_link() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.plan"), file);
        Files.writeString(file, "x".repeat(100_000));

        assertThat(shell.onServers("plan", "--out", link.toString()).code()).isZero();

        assertThat(Files.readString(file)).isEqualTo(text);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(names()).containsExactly("link.plan", "next.plan");
    }

    @Test
    void where_a_plan_cannot_be_saved_nothing_is_left_or_damaged() throws IOException {
        for (String name : List.of(folder.toString(), folder + "/missing/next.plan", "", folder + "/a\u0000b")) {
            Ended ended = shell.onServers("plan", "--out", name);
            assertThat(ended.code()).as("%s", ended).isEqualTo(3);
            assertThat(ended.out()).isEmpty();
        }
        assertThat(Files.readString(file)).isEqualTo(text);
        assertThat(names()).containsExactly("next.plan");
    }

    @Test
    void a_reader_never_finds_half_a_file() throws IOException {
        Object before = Files.readAttributes(file, BasicFileAttributes.class).fileKey();

        shell.onServers("plan", "--out", file.toString());

        assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                .as("another file has taken the place of the first")
                .isNotEqualTo(before);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }

    private void assertRefused(int code, String why) {
        long before = shell.estate().recorder().writes();
        Ended ended = shell.onServers("apply", file.toString(), "--yes");

        assertThat(ended.code()).as("%s", ended).isEqualTo(code);
        assertThat(ended.err()).contains(why);
        assertThat(shell.estate().recorder().writes()).isEqualTo(before);
    }
}
