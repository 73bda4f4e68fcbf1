package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that each verb writes about a small estate. Rewritten with {@code -Dtapbot.update=true}. */
class VerbsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/cli");

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "plan",
                "apply --yes",
                "apply",
                "prove",
                "status",
                "drift",
                "destroy --yes",
                "destroy --yes --remove-data volume:box/data",
                "show",
                "show --ports",
                "show service:box/page",
                "graph",
                "explain TB2101",
                "why service:box/store",
                "why container:box/store",
                "reach",
                "reach --from internet --to service:box/page",
                "reach --from service:box/page --to service:box/store",
                "lock",
                "help",
                "help plan"
            })
    void a_verb_writes_its_result_to_stdout_and_everything_else_to_stderr(String line) throws IOException {
        Ended text = Shell.of(Shop::topology).run(line.split(" ")).steady();
        Ended document = Shell.of(Shop::topology).run((line + " --json").split(" "));

        assertSame(line, text + "\n=== --json\n" + document.steady());
        assertThat(document.code()).isEqualTo(text.code());
        assertIsVersioned(document.out());
        document.err().lines().forEach(this::assertIsVersioned);
    }

    @Test
    void the_version_is_told_with_and_without_a_verb() {
        Shell shell = Shell.of(Shop::topology);

        assertThat(shell.run("--version").out()).matches("tapbot [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n");
        assertThat(shell.run("-V")).isEqualTo(shell.run("--version"));
        assertThat(shell.run("plan", "--version")).isEqualTo(shell.run("--version"));
        assertIsVersioned(shell.run("--version", "--json").out());
    }

    private void assertIsVersioned(String text) {
        try {
            JsonNode node = json.readTree(text);
            assertThat(node.path("format").isInt() || node.path("schemaVersion").isInt())
                    .as(text)
                    .isTrue();
        } catch (JacksonException e) {
            throw new AssertionError(text, e);
        }
    }

    private static void assertSame(String line, String text) throws IOException {
        Path file = FOLDER.resolve(line.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "") + ".txt");
        if (Boolean.getBoolean("tapbot.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
