package kz.tapbot.runtime.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.compose.result.ComposeFile;
import kz.tapbot.runtime.compose.result.Imported;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Compose files of a team with two servers, written with what went wrong there. Golden texts are rewritten with {@code
 * -Dtapbot.update=true}.
 */
class ImportedEstateTest {

    private static final Path FOLDER = Path.of("src/test/resources/compose");

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"app", "data"})
    void the_source_compiles_and_declares_what_was_imported(String server) throws IOException {
        Imported imported = imported(server);
        Topology declared = CompiledSource.topology(imported, temporary);

        assertThat(declared).isEqualTo(imported.topology());
        assertSame(server + "/" + imported.className() + ".java.txt", imported.source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "data"})
    void everything_wrong_and_everything_not_carried_over_is_found_at_its_line(String server) throws IOException {
        Report report = new Report(
                new Address("file", "docker-compose.yml"), imported(server).findings());

        assertSame(server + "/findings.txt", report + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "data"})
    void no_password_of_the_file_is_in_what_is_made_of_it(String server) throws IOException {
        Imported imported = imported(server);
        String all = imported.source() + imported.findings() + imported.topology();

        assertThat(all).doesNotContain("hunter2", "Sup3rS3cret", "92IXUNpkjO0rOQ5byMi");
    }

    private static Imported imported(String server) throws IOException {
        Map<String, String> environment = Map.of("LOG_LEVEL", "debug");
        return ComposeImport.of(new ComposeFile(
                "docker-compose.yml",
                Files.readAllBytes(FOLDER.resolve(server).resolve("docker-compose.yml")),
                "/srv/" + server,
                Optional.of(ServerName.of(server)),
                Optional.empty(),
                name -> Optional.ofNullable(environment.get(name)),
                path -> Optional.empty()));
    }

    private static void assertSame(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("tapbot.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
