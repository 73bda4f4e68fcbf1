package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.service.Image;
import org.junit.jupiter.api.Test;

/** Readers that go away, and output without measure. */
class StreamsTest {

    /** What {@code head -1} leaves behind. */
    private static final class Closed extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    @Test
    void a_reader_that_goes_away_costs_no_stack_trace() {
        for (String line : new String[] {"plan", "plan --json", "status", "explain", "help", "graph", "plam --json"}) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Shell.of(Shop::topology).run(new Closed(), err, line.split(" "));
            assertThat(err.toString(StandardCharsets.UTF_8)).as(line).doesNotContain("Exception", "\tat ", "Internal");
        }
    }

    @Test
    void an_apply_is_carried_to_its_end_though_nobody_reads() {
        Shell shell = Shell.of(Shop::topology);

        int code = shell.run(new Closed(), new Closed(), "apply", "--yes", "--runtime", "standing");

        assertThat(code).isZero();
        assertThat(shell.onServers("plan").out()).startsWith("No changes.");
    }

    @Test
    void a_huge_estate_is_written_whole_and_its_plan_read_again() throws IOException {
        Shell shell = Shell.of(() -> wide(400));

        Ended plan = shell.onServers("plan");
        assertThat(plan.out()).contains("container:box/c399").endsWith("to destroy.\n");
        Path file = Files.createTempFile("wide", ".plan");
        try {
            assertThat(shell.onServers("plan", "--out", file.toString()).code()).isZero();
            assertThat(shell.onServers("apply", file.toString()).code()).isEqualTo(8);
        } finally {
            Files.delete(file);
        }
    }

    private static Topology wide(int services) {
        return Tapbot.draft("wide", t -> {
                    var office = t.addresses("office", "198.51.100.7/32");
                    var box = t.server("box", HostAddress.of("203.0.113.20"), s -> s.administeredFrom(office));
                    var web = box.network("web");
                    for (int i = 0; i < services; i++) {
                        box.container("c" + i, Image.of("nginx:1.29.3"), c -> c.joins(web));
                    }
                })
                .topology();
    }
}
