package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.LockedException;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.event.RuntimeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Several apply to one server at once: one works, the others are told who, and nothing of both is mixed. {@code -Dtapbot.fault.rounds=ROUNDS} says how
 * often.
 */
@OnEngine
class TwoAppliesOnEngineTest {

    private static final int ROUNDS = Integer.getInteger("tapbot.fault.rounds", 1);

    private final LabServer lab = LabServer.start();
    private final TapbotRuntime runtime = SmallServer.runtime(lab);

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void of_two_at_once_one_works_and_the_other_says_who_does() {
        AfterFault.isWhole("first", lab, runtime, SmallServer.topology(lab, 0));
        for (int round = 1; round <= ROUNDS; round++) {
            int version = 2 * round;
            long later = TimeUnit.MILLISECONDS.toNanos(500L * (round - 1) / ROUNDS);
            List<CompletableFuture<String>> both = List.of(
                    CompletableFuture.supplyAsync(() -> applied(version, 0)),
                    CompletableFuture.supplyAsync(() -> applied(version + 1, later)));
            List<String> came =
                    both.stream().map(CompletableFuture::join).sorted().toList();
            assertThat(came.get(0)).isEqualTo(Outcome.DONE.name());
            assertThat(came.get(1))
                    .matches(
                            "Server box is locked by tester@lab since \\S+ for apply\\. Nothing was changed\\. Wait until that run has ended;"
                                    + " the lock vanishes with its connection\\.");
        }
        notMixed();
    }

    @Test
    void a_process_that_works_is_named_to_another_and_its_lock_is_free_when_it_is_killed() throws IOException {
        try (ChildApply child = ChildApply.start(SmallServer.topology(lab, 0), lab)) {
            assertThat(child.until("OperationStarted")).startsWith("OperationStarted");
            assertThat(applied(1, 0)).startsWith("Server box is locked by child@lab since ");
            child.kill();
        }
        // The step that it began ends by itself first.
        AfterFault.isWhole("killed", lab, runtime, SmallServer.topology(lab, 1));
        notMixed();
    }

    private String applied(int version, long later) {
        LockSupport.parkNanos(later);
        try {
            return runtime.apply(
                            SmallServer.topology(lab, version),
                            ApplyOptions.standard().listener(takesItsTime()))
                    .outcome()
                    .name();
        } catch (LockedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Longer than another waits for the lock, which is a second: whoever finds it free then follows and is not at once. */
    private static EventListener takesItsTime() {
        AtomicBoolean first = new AtomicBoolean(true);
        return event -> {
            if (event instanceof RuntimeEvent.OperationStarted && first.getAndSet(false)) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
            }
        };
    }

    /** In the journal each run begins after the one before, and none has a word once another has begun. */
    private void notMixed() {
        List<String> runs = lab.sh("cut -f 3 /var/lib/tapbot/journal").lines().toList();
        assertThat(runs).isNotEmpty();
        long changes = 1;
        for (int i = 1; i < runs.size(); i++) {
            changes += runs.get(i).equals(runs.get(i - 1)) ? 0 : 1;
        }
        assertThat(changes).isEqualTo(runs.stream().distinct().count());
    }
}
