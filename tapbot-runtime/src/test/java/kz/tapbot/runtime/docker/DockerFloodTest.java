package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.daily.ExecStreams;
import kz.tapbot.runtime.daily.LogLine;
import kz.tapbot.runtime.daily.LogQuery;
import kz.tapbot.runtime.daily.Sink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A container that writes more than anybody wants: without end, without line ends, in no character set, and with orders to the terminal. */
@OnEngine
class DockerFloodTest {

    /** 8 MiB on one line, then a line of all bytes, then a short one. */
    private static final String FLOODS = """
            $SIG{TERM} = sub { exit 0 }; $| = 1;
            print STDOUT "x" x 65536 for 1 .. 128;
            print "\\n", (map { chr } grep { $_ != 10 } 0 .. 255), "\\nthe end\\n"; sleep 1 while 1;
            """;

    private static final long MANY = 32L << 20;

    private DockerHarness harness;
    private TapbotRuntime runtime;
    private Topology topology;
    private ServiceId bot;

    @BeforeEach
    void begin() {
        harness = new DockerHarness();
        runtime = TapbotRuntime.builder().driver(harness.driver()).build();
        Server server = Server.builder()
                .from(harness.server())
                .addServices(harness.running("bot", FLOODS, List.of()))
                .build();
        topology = Topology.builder()
                .name(TopologyName.of("contract"))
                .addServers(server)
                .build();
        bot = ServiceId.of("box/bot");
        runtime.apply(topology, ApplyOptions.standard());
    }

    @AfterEach
    void end() {
        harness.close();
    }

    @Test
    void its_log_is_bounded_clean_and_does_not_fill_the_memory() {
        AtomicLong longest = new AtomicLong();
        StringBuilder last = new StringBuilder();
        runtime.daily().logs(topology, List.of(bot), LogQuery.ALL.following(), new Sink<LogLine>() {
            @Override
            public void accept(LogLine next) {
                longest.accumulateAndGet(next.text().length(), Math::max);
                if (next.text().length() < 4_000) {
                    last.append(next.text()).append('\n');
                }
            }

            @Override
            public boolean isOpen() {
                return !last.toString().endsWith("the end\n");
            }
        });
        assertThat(longest.get()).isBetween(4_000L, 4_100L);
        assertThat(last.toString()).contains("\\x1b", "\\x07", "\\x00").matches("[^\\p{Cntrl}]*\nthe end\n");

        long before = used();
        AtomicLong came = new AtomicLong();
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int one) {
                came.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                came.addAndGet(count);
            }
        };
        int status = runtime.daily()
                .exec(
                        topology,
                        bot,
                        List.of("head", "-c", Long.toString(MANY), "/dev/zero"),
                        new ExecStreams(Optional.empty(), counting, counting));
        assertThat(status).isZero();
        assertThat(came.get()).isEqualTo(MANY);
        assertThat(used() - before).isLessThan(MANY / 4);
    }

    private static long used() {
        System.gc();
        Runtime all = Runtime.getRuntime();
        return all.totalMemory() - all.freeMemory();
    }
}
