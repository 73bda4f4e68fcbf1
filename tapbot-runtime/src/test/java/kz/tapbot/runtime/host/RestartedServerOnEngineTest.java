package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.DestroyOptions;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyCode;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.ChangeOutcome;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.event.RuntimeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The server restarts, as after a power cut, in the middle of whatever an apply does there: that is told as a connection that is lost, and the next apply ends
 * what was begun. {@code -Dtapbot.fault.rounds=ROUNDS} says at how many operations; it runs where that is said.
 */
@OnEngine
@EnabledIfSystemProperty(named = "tapbot.fault.rounds", matches = "\\d+")
class RestartedServerOnEngineTest {

    private static final int ROUNDS = Integer.getInteger("tapbot.fault.rounds", 0);

    private final LabServer lab = LabServer.start();
    private final TapbotRuntime runtime = SmallServer.runtime(lab);

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void the_next_apply_ends_what_a_restart_of_the_server_cut_short() {
        lab.image(WholeServer.IMAGE);
        Topology whole =
                WholeServer.topology(WholeServer.server(lab).packages(Set.of()).build(), WholeServer.HERE);
        operations(whole);
        destroyed(whole);
        // Some things stay, so that there is less to do from now on.
        int all = operations(whole);
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            destroyed(whole);
            wrong.addAll(restartedAt(1 + all * (2 * round + 1) / (2 * ROUNDS), whole));
            AfterFault.isWhole("restarted in round " + round, lab, runtime, whole);
            assertThat(lab.sh("docker ps --format '{{.Names}}'; getent passwd monitor | wc -l"))
                    .matches("(?s)(tapbot-state\nwell|well\ntapbot-state)\n1\n");
        }
        assertThat(wrong).isEmpty();
    }

    /** How many it takes. */
    private int operations(Topology declared) {
        AtomicInteger all = new AtomicInteger();
        ApplyReport report = runtime.apply(declared, ApplyOptions.standard().listener(event -> {
            all.addAndGet(event instanceof RuntimeEvent.OperationStarted ? 1 : 0);
        }));
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
        return all.get();
    }

    private List<String> restartedAt(int place, Topology declared) {
        AtomicInteger begun = new AtomicInteger();
        AtomicReference<String> where = new AtomicReference<>("nowhere");
        AtomicReference<CompletableFuture<?>> restarted =
                new AtomicReference<>(CompletableFuture.completedFuture(null));
        ApplyReport report = runtime.apply(declared, ApplyOptions.standard().listener(event -> {
            if (event instanceof RuntimeEvent.OperationStarted started && begun.incrementAndGet() == place) {
                where.set(started.operation());
                restarted.set(CompletableFuture.runAsync(lab::restart));
            }
        }));
        restarted.get().join();
        List<String> wrong = new ArrayList<>();
        if (report.outcome() != Outcome.FAILED && report.outcome() != Outcome.FAILED_ROLLED_BACK) {
            wrong.add(where + ": " + report);
        }
        report.changes().stream()
                .filter(change -> change.outcome() == ChangeOutcome.FAILED
                        && change.code()
                                .filter(code -> code == ApplyCode.CONNECTION_LOST || code == ApplyCode.LOCKED_OUT)
                                .isEmpty())
                .forEach(change -> wrong.add(where + ": " + change));
        if (!runtime.plan(declared).toString().contains("A run was interrupted")) {
            wrong.add(where + ": the next plan does not tell");
        }
        return wrong;
    }

    private void destroyed(Topology declared) {
        DestroyOptions all = DestroyOptions.keepData();
        ApplyReport report =
                runtime.destroy(declared, runtime.planDestroy(declared, all), all, ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
    }
}
