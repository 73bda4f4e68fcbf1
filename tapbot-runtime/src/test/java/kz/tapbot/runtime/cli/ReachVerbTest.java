package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.model.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code reach} says of a change, and of questions that are none. */
class ReachVerbTest {

    @TempDir
    Path folder;

    private final Shell shell = Shell.of(Shop::topology);

    @Test
    void a_change_is_told_by_what_it_opens_and_closes() throws IOException {
        Topology now = Shop.topology();
        List<Server> empty = now.servers().stream()
                .map(server -> Server.builder()
                        .from(server)
                        .services(List.of())
                        .firewall(false)
                        .build())
                .toList();
        Path before = folder.resolve("before.json");
        Files.writeString(
                before,
                TopologyJson.write(Topology.builder().from(now).servers(empty).build()));

        assertThat(shell.run("reach", "--against", before.toString()).out()).isEqualTo("""
                opens 80/tcp of server:box (service:box/page) to the Internet (Shop.java:42)
                opens 80/tcp of service:box/page (service:box/page) to network:box/database (Shop.java:39)
                opens every port of service:box/store (service:box/store) to network:box/database (Shop.java:36)
                closes 22/tcp of server:box (server:box) to the Internet (before.json:18)
                """);
        assertThat(shell.run("reach", "--against", before.toString(), "--json").out())
                .contains("\"change\": \"opens\"", "\"change\": \"closes\"");
        Files.writeString(before, TopologyJson.write(now));
        assertThat(shell.run("reach", "--against", before.toString()).out())
                .isEqualTo("Nobody reaches anything that was not reached before, and nothing less.\n");
    }

    @Test
    void half_a_question_and_what_is_not_understood_are_refused() {
        assertThat(shell.run("reach", "--from", "internet").code()).isEqualTo(3);
        assertThat(shell.run("reach", "--from", "internet", "--to", "page").code())
                .isEqualTo(3);
        assertThat(shell.run("reach", "--from", "moon", "--to", "internet").err())
                .contains("Not understood: \"moon\".");
        assertThat(shell.run("reach", "--from", "internet", "--to", "internet", "--server", "box")
                        .code())
                .isEqualTo(3);
        assertThat(shell.run("reach", "--server", "nope").code()).isEqualTo(3);
    }

    @Test
    void a_misspelt_name_is_not_taken_for_what_nobody_reaches() {
        assertThat(shell.run("reach", "--from", "internet", "--to", "service:box/pgae")
                        .err())
                .isEqualTo("""
                Nothing is declared at "service:box/pgae".
                Did you mean service:box/page?
                """);
        for (String from : List.of("service:box/pgae", "network:box/databse", "server:bix", "addresses:nobody")) {
            assertThat(shell.run("reach", "--from", from, "--to", "internet").code())
                    .as(from)
                    .isEqualTo(3);
        }
        assertThat(shell.run("reach", "--from", "internet", "--to", "server:bix:80")
                        .code())
                .isEqualTo(3);
        assertThat(shell.run("reach", "--from", "internet", "--to", "server:box:9")
                        .code())
                .isEqualTo(0);
    }
}
