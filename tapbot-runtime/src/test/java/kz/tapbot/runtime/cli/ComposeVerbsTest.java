package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export compose} and {@code import compose} as they are called. */
class ComposeVerbsTest {

    @TempDir
    private Path temporary;

    private final Shell shell = Shell.of(Shop::topology);

    @Test
    void an_export_goes_to_stdout_or_into_folders_and_what_is_missing_to_stderr() throws IOException {
        Ended shown = shell.run("export", "compose");
        Ended written = shell.run("export", "compose", "--out", temporary.toString(), "--server", "box");

        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .startsWith("# Server box of topology shop, rendered by Tapbot.")
                .contains("\nservices:\n");
        assertThat(shown.err()).contains("warning TB6101  Compose cannot say this\n");
        assertThat(written.out()).endsWith("box/compose.yaml\n");
        assertThat(Files.readString(temporary.resolve("box/compose.yaml"))).isEqualTo(shown.out());
    }

    @Test
    void an_import_gives_source_on_stdout_whatever_is_found() throws IOException {
        Path file = temporary.resolve("docker-compose.yml");
        Files.writeString(file, "services:\n  web:\n    container_name: web\n    image: nginx:${VERSION}\n");
        Files.writeString(temporary.resolve(".env"), "VERSION=1.27.0\n");
        Ended ended = shell.run("import", "compose", file.toString(), "--server", "app", "--address", "203.0.113.10");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out())
                .contains("var app = t.server(\"app\", HostAddress.of(\"203.0.113.10\"));")
                .contains("app.container(\"web\", Image.of(\"nginx:1.27.0\"), c -> c");
        assertThat(ended.err())
                .startsWith("File \"docker-compose.yml\" has ")
                .contains("TB2901", "TB6130", "(docker-compose.yml:2)");
    }

    @Test
    void what_cannot_be_understood_is_told_in_two_lines() throws IOException {
        Path file = temporary.resolve("x.yml");
        Files.writeString(file, "a: [");

        assertThat(shell.run("export").err()).isEqualTo("""
                "export" needs a format.
                There is: compose. For example: export compose --out DIR
                """);
        assertThat(shell.run("import", "helm", "x.yml").err()).isEqualTo("""
                "import" knows no format "helm".
                There are: compose, engine, server. For example: import compose docker-compose.yml
                """);
        assertThat(shell.run("import", "engine", "x.yml").err()).isEqualTo("""
                "import engine" needs the address of an engine.
                For example: import engine unix:///var/run/docker.sock
                """);
        assertThat(shell.run("import", "compose", "unix:///var/run/docker.sock").err())
                .isEqualTo("""
                "import compose" needs a file, and that is the address of an engine.
                For example: import engine unix:///var/run/docker.sock
                """);
        assertThat(shell.run("import", "engine", "ftp://203.0.113.10").err())
                .contains("The engine's address cannot be read: ");
        assertThat(shell.run("import", "server", "app").err()).isEqualTo("""
                "import server" needs the address of a server.
                For example: import server ssh://root@203.0.113.10 --host-key SHA256:…
                """);
        assertThat(shell.run("import", "server", "tcp://203.0.113.10:2376").err())
                .endsWith("""
                The server's address cannot be read: a server is ssh://user@host:port, with ?key=/path.
                For example: import server ssh://root@203.0.113.10?key=/home/me/.ssh/id_ed25519 --host-key SHA256:…
                """);
        assertThat(shell.run("import", "server", "ssh://root@203.0.113.10?key=/nowhere/key")
                        .err())
                .endsWith(
                        "Server server cannot be reached: The key file /nowhere/key cannot be used: there is no such file.\n");
        assertThat(shell.run("import", "compose", "nowhere.yml").err())
                .startsWith("The Compose file \"nowhere.yml\" does not exist.");
        assertThat(shell.run("import", "compose").code()).isEqualTo(3);
        Ended unreadable = shell.run("import", "compose", file.toString());
        assertThat(unreadable.code()).isEqualTo(3);
        assertThat(unreadable.out()).isEmpty();
        assertThat(unreadable.err()).startsWith("File \"x.yml\" has 1 error\n\nerror TB6111  YAML not readable\n");
        assertThat(shell.run("import", "--help").out()).contains("--address=ADDRESS");
    }

    @Test
    void json_holds_the_same() throws IOException {
        Path file = temporary.resolve("docker-compose.yml");
        Files.writeString(file, "services:\n  web:\n    image: nginx:1.27.0\n");

        assertThat(shell.run("export", "compose", "--json").out())
                .contains("\"verb\": \"export\"", "\"path\": \"box/compose.yaml\"");
        assertThat(shell.run("import", "compose", file.toString(), "--json").out())
                .contains("\"verb\": \"import\"", "\"source\": \"import kz.tapbot.Tapbot;", "\"code\": \"TB6114\"");
    }
}
