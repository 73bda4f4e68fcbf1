package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.spi.UnreachableException;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SlowLink;
import kz.tapbot.ssh.SshTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whole applies over a line on which everything takes seconds, with the limits that everybody has: nobody takes it for one that is dead, or says what is not so. */
@OnEngine
@EnabledIfSystemProperty(named = "tapbot.lab.long", matches = "true")
class SlowLineOnEngineTest {

    private final LabServer lab = LabServer.start();

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void two_seconds_there_and_back_and_lost_packets_keep_no_apply_from_its_end_nor_a_fresh_login_from_confirming() {
        assertThat(over(Duration.ofSeconds(1), 40_000, 0)).isEqualTo(Outcome.DONE.name());
        assertThat(over(Duration.ofSeconds(1), 40_000, 1)).isEqualTo(Outcome.DONE.name());
    }

    @Test
    void what_takes_longer_than_the_limits_is_told_for_what_it_is_and_the_next_apply_ends_it() {
        assertThat(over(Duration.ofSeconds(5), 40_000, 0))
                .startsWith("Server box cannot be reached: No SSH connection to root@127.0.0.1:")
                .endsWith(": no answer in time.");
        // What the program on the server is sent for every step takes forty seconds, and an answer to whether the
        // server is there comes after it.
        assertThat(over(Duration.ofMillis(500), 1_000, 1))
                .startsWith("The connection to server box (root@127.0.0.1:")
                .contains("Did not receive any keep-alive response for 20 seconds.");
    }

    /** What came of it, soon enough, and whether that is true. */
    private String over(Duration oneWay, int bytesPerSecond, int version) {
        Topology declared = SmallServer.topology(lab, version);
        long begin = System.nanoTime();
        String came;
        try (SlowLink link = new SlowLink(SmallServer.sshd(lab), oneWay, bytesPerSecond, version)) {
            SshTarget target = SshTarget.of("root", "127.0.0.1", HostKeys.trust(lab.hostKey()), lab.login())
                    .port(link.port());
            ApplyReport report =
                    SmallServer.runtime(new HostDriver(any -> target)).apply(declared, ApplyOptions.standard());
            assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
            assertThat(SmallServer.runtime(lab).plan(declared).isEmpty()).isTrue();
            came = report.outcome().name();
        } catch (UnreachableException e) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(2));
            came = String.valueOf(e.getMessage());
        }
        AfterFault.isWhole("after it", lab, SmallServer.runtime(lab), declared);
        return came;
    }
}
