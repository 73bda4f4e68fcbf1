package kz.tapbot.runtime.cli;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.gib;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plan} and {@code apply} say of who reaches more or less than before. */
class PlanExposureTest {

    @TempDir
    Path folder;

    private final Shell shell = Shell.of(() -> page(false));

    private static Topology page(boolean open) {
        return page(open, "1.29.3");
    }

    private static Topology page(boolean open, String version) {
        return Tapbot.topology("shop", t -> {
            var office = t.addresses("office", "198.51.100.7/32");
            var box = t.server(
                    "box",
                    HostAddress.of("203.0.113.20"),
                    s -> s.administeredFrom(office).size(cpus(2), gib(4), gib(30)));
            var web = box.network("web");
            box.container(
                    "page",
                    Image.of("nginx:" + version),
                    c -> c.joins(web).environment("COLOUR", "canary-blue").publishes(Port.tcp(80), p -> {
                        if (!open) {
                            p.from(office);
                        }
                    }));
        });
    }

    @Test
    void a_first_plan_says_that_no_earlier_apply_is_known() {
        assertThat(exposure(shell.onServers("plan"))).isEqualTo("""
                Exposure: no earlier apply is known of box, so that all there counts as opened
                  opens 22/tcp of server:box (server:box) to addresses:office (PlanExposureTest.java:34)
                  opens 80/tcp of server:box (service:box/page) to addresses:office (PlanExposureTest.java:42)
                """);
    }

    @Test
    void a_change_says_what_it_opens_and_the_way_back_what_it_closes() {
        shell.onServers("apply", "--yes");
        shell.declares(() -> page(true));

        assertThat(exposure(shell.onServers("plan"))).isEqualTo("""
                Exposure: who reaches more or less than before
                  opens 80/tcp of server:box (service:box/page) to the Internet (PlanExposureTest.java:42)
                """);
        assertThat(shell.onServers("apply", "--yes").out()).contains("  opens 80/tcp of server:box");
        shell.declares(() -> page(false));

        assertThat(exposure(shell.onServers("plan"))).isEqualTo("""
                Exposure: who reaches more or less than before
                  closes 80/tcp of server:box (service:box/page) to the Internet
                """);
    }

    @Test
    void a_change_that_lets_nobody_in_says_so() {
        shell.onServers("apply", "--yes");
        shell.declares(() -> page(false, "1.29.4"));

        assertThat(exposure(shell.onServers("plan"))).isEqualTo("Exposure: nobody reaches more or less than before.\n");
    }

    @Test
    void nothing_to_do_says_nothing_of_it() {
        shell.onServers("apply", "--yes");

        assertThat(shell.onServers("plan").out())
                .isEqualTo("No changes. The servers are as topology \"shop\" declares them.\n");
    }

    @Test
    void an_apply_that_failed_leaves_what_was_before() {
        shell.onServers("apply", "--yes");
        shell.declares(() -> page(true, "1.29.4"));
        shell.estate().server(ServerName.of("box")).faults().crashing(Image.of("nginx:1.29.4"));
        assertThat(shell.onServers("apply", "--yes").code()).isEqualTo(6);

        assertThat(exposure(shell.onServers("plan")))
                .contains("  opens 80/tcp of server:box (service:box/page) to the Internet");
    }

    @Test
    void destroy_says_what_it_closes_and_forgets() {
        shell.onServers("apply", "--yes");

        assertThat(exposure(shell.onServers("destroy", "--yes"))).isEqualTo("""
                Exposure: who reaches more or less than before
                  closes 22/tcp of server:box (server:box) to addresses:office
                  closes 80/tcp of server:box (service:box/page) to addresses:office
                """);
        assertThat(exposure(shell.onServers("plan"))).startsWith("Exposure: no earlier apply is known of box");
    }

    @Test
    void it_is_part_of_the_json_and_of_a_saved_plan_that_may_not_be_edited() throws Exception {
        shell.onServers("apply", "--yes");
        shell.declares(() -> page(true));
        Path file = folder.resolve("next.plan");
        shell.onServers("plan", "--out", file.toString());

        String text = Files.readString(file);
        assertThat(text).contains("""
                  "exposure" : {
                    "unknown" : [ ],
                    "changes" : [ {
                      "effect" : "opens",
                      "server" : "box",
                      "at" : "80/tcp of server:box",
                      "leadsTo" : "service:box/page",
                      "from" : "the Internet",
                      "login" : false
                    } ]
                  },
                """);
        Files.writeString(file, text.replace("\"the Internet\"", "\"addresses:office\""));
        assertThat(shell.onServers("apply", file.toString(), "--yes").err()).contains("The plan file was edited");
        Files.writeString(file, text);
        assertThat(shell.onServers("apply", file.toString(), "--yes").code()).isZero();
    }

    private static String exposure(Ended ended) {
        List<String> lines = ended.out().lines().toList();
        int from = 0;
        while (from < lines.size() && !lines.get(from).startsWith("Exposure:")) {
            from++;
        }
        StringBuilder part = new StringBuilder();
        for (int i = from; i < lines.size() && !lines.get(i).isEmpty(); i++) {
            part.append(lines.get(i)).append('\n');
        }
        return part.toString();
    }
}
