package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyCode;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.ChangeOutcome;
import kz.tapbot.runtime.apply.ChangeResult;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What works for us on a server is killed or stands still in the middle of a step: it is told by the name of the step, and the next apply ends it. With
 * {@code -Dtapbot.lab.long=true} all have their turn, otherwise a few.
 */
@OnEngine
class StalledServerOnEngineTest {

    private static final boolean LONG = Boolean.getBoolean("tapbot.lab.long");
    private static final Duration SHORT = Duration.ofSeconds(4);

    /** Stands still for long in the middle of a step, where the groups of a user are set. */
    private static final String SLOW = """
            mv /usr/sbin/usermod /usr/sbin/usermod.real
            printf '#!/bin/sh\\nexec sleep 300\\n' >/usr/sbin/usermod && chmod 755 /usr/sbin/usermod
            """;

    private static final String QUICK = "mv /usr/sbin/usermod.real /usr/sbin/usermod";
    private static final String IN_STEP =
            "for try in $(seq 900); do ! pgrep -f '^sleep 300' >/dev/null || break; sleep 0.1; done; ";
    private static final String END_STEP = "pkill -KILL -f '^sleep 300'";
    private static final String TOO_LONG =
            "It was not done after 4 s\\. Setting the user monitor failed: The command /bin/sh on \\S+ was interrupted;"
                    + " it was ended with everything it had started\\.";

    private final LabServer lab = LabServer.start();
    private final TapbotRuntime runtime = SmallServer.runtime(lab);
    private int version;

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void a_step_that_stands_still_or_is_killed_is_named_and_the_next_apply_ends_it() {
        AfterFault.isWhole("first", lab, runtime, SmallServer.topology(lab, version));

        assertThat(applied("true", SHORT, Outcome.TIMED_OUT).why().orElse("")).matches(TOO_LONG);
        assertThat(applied(
                                "pkill -KILL -g $(ps -o pgid= -p $(pgrep -of '^sleep 300') | tr -d ' ')",
                                null,
                                Outcome.FAILED_ROLLED_BACK)
                        .why())
                .contains("Setting the user monitor failed: ended by signal KILL.");
        if (LONG) {
            assertThat(applied(
                                    "pkill -STOP -g $(ps -o pgid= -p $(pgrep -of '^sleep 300') | tr -d ' ')",
                                    SHORT,
                                    Outcome.TIMED_OUT)
                            .why()
                            .orElse(""))
                    .matches(TOO_LONG);
            for (String signal : new String[] {"KILL", "STOP"}) {
                assertThat(applied("pkill -" + signal + " -f '^sshd: root@notty'; " + END_STEP, null, Outcome.FAILED)
                                .code())
                        .contains(ApplyCode.CONNECTION_LOST);
            }
        }
    }

    /** Has it happen as soon as the step stands still, and returns what became of the change. */
    private ChangeResult applied(String happens, @org.jspecify.annotations.Nullable Duration limit, Outcome outcome) {
        version++;
        lab.sh(SLOW);
        AtomicReference<CompletableFuture<?>> happened = new AtomicReference<>(CompletableFuture.completedFuture(null));
        ApplyOptions options = ApplyOptions.standard().listener(event -> {
            if (event instanceof RuntimeEvent.OperationStarted started
                    && started.operation().equals("set user monitor")) {
                happened.set(CompletableFuture.runAsync(() -> lab.sh(IN_STEP + happens + "; exit 0")));
            }
        });
        ApplyReport report = runtime.apply(
                SmallServer.topology(lab, version), limit == null ? options : options.operationLimit(limit));
        happened.get().join();
        assertThat(report.outcome()).as("%s", report).isEqualTo(outcome);
        if (outcome == Outcome.TIMED_OUT) {
            onlyThatTookTooLong(report);
        }
        assertThat(lab.holds("pgrep -f '^sleep 300'")).isFalse();
        lab.sh(QUICK);
        AfterFault.isWhole("after it", lab, runtime, SmallServer.topology(lab, version));
        return report.changes().stream()
                .filter(change -> change.outcome() == ChangeOutcome.FAILED
                        && change.address().toString().equals("user:box/monitor"))
                .findFirst()
                .orElseThrow();
    }

    /** What does not mind it is done meanwhile, and what waits for its turn has not begun. */
    private static void onlyThatTookTooLong(ApplyReport report) {
        assertThat(report.changes().stream()
                        .filter(change -> change.outcome() == ChangeOutcome.FAILED)
                        .map(change -> change.address().toString()))
                .as("%s", report)
                .containsExactly("user:box/monitor");
        assertThat(report.changes().stream()
                        .filter(change -> change.outcome() == ChangeOutcome.SKIPPED)
                        .map(change -> change.why().orElse("")))
                .as("%s", report)
                .allMatch(
                        "Not tried: \"set user monitor\" stood still on server box while this waited for its turn."
                                ::equals);
        assertThat(report.changes().stream()
                        .filter(change -> change.outcome() == ChangeOutcome.DONE)
                        .map(change -> change.address().kind()))
                .as("%s", report)
                .contains("jail", "unit");
    }

    @Test
    @EnabledIfSystemProperty(named = "tapbot.lab.long", matches = "true")
    void an_engine_or_a_fail2ban_that_stands_still_keeps_nobody_waiting_for_ever() {
        AfterFault.isWhole("first", lab, runtime, SmallServer.topology(lab, version));
        lab.sh("pkill -STOP -x dockerd");
        long begin = System.nanoTime();
        assertThatThrownBy(() -> runtime.plan(SmallServer.topology(lab, version)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageStartingWith("The container engine of server box does not answer: ");
        lab.sh("pkill -CONT -x dockerd; pkill -STOP -f '[f]ail2ban-server'");
        assertThat(runtime.plan(SmallServer.topology(lab, version)).toString()).contains("jail:box/sshd");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(3));
        lab.sh("pkill -CONT -f '[f]ail2ban-server'");
        AfterFault.isWhole("after it", lab, runtime, SmallServer.topology(lab, version));
    }
}
