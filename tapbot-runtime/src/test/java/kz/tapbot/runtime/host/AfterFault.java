package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.LockedException;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.plan.Plan;

/** What has to be true after every fault: the next apply brings everything about without a step by hand, and nothing is left over. */
final class AfterFault {

    /** Files that are being written, copies for an undo, what a step keeps beside, timers of an undo. */
    private static final String LEFT_OVER = """
            find /etc /usr/local/lib /var/lib/tapbot /srv -name '.tapbot.*' -o -name 'undo.new.*' -o -name 'undone.*' -o -path '/var/lib/tapbot/undo/*'
            find /tmp -name 'tmp.*'
            systemctl list-units --plain --no-legend 'tapbot-undo-*'
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private AfterFault() {}

    /** The next apply, by whoever does it. */
    static void isWhole(String what, LabServer lab, TapbotRuntime runtime, Topology declared) {
        ApplyReport report = onceUnlocked(runtime, declared);
        assertThat(report.outcome()).as("%s: %s", what, report).isEqualTo(Outcome.DONE);
        Plan again = runtime.plan(declared);
        assertThat(again.isEmpty()).as("%s: %s", what, again).isTrue();
        assertThat(lab.sh(LEFT_OVER)).as(what).isEmpty();
    }

    /** Where the network went silent the lock frees itself after 20 s, and a step that waits for the rest of its input after 30 s. */
    private static ApplyReport onceUnlocked(TapbotRuntime runtime, Topology declared) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return runtime.apply(declared, ApplyOptions.standard());
            } catch (LockedException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }
    }
}
