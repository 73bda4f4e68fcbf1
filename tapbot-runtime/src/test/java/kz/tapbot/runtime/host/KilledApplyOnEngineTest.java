package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.DestroyOptions;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.ssh.FaultyLink;
import kz.tapbot.ssh.FaultyLink.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The process that applies is killed with SIGKILL when it has sent a server so many bytes, in the middle of whatever that is: the lock is free at once,
 * and the next apply ends what was begun. {@code -Dtapbot.fault.rounds=ROUNDS} says at how many places; it runs where
 * that is said.
 */
@OnEngine
@EnabledIfSystemProperty(named = "tapbot.fault.rounds", matches = "\\d+")
class KilledApplyOnEngineTest {

    private static final int ROUNDS = Integer.getInteger("tapbot.fault.rounds", 0);

    private final LabServer lab = LabServer.start();

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void the_next_apply_ends_what_a_killed_one_began() throws IOException {
        lab.image(WholeServer.IMAGE);
        TapbotRuntime runtime = SmallServer.runtime(lab);
        Topology whole =
                WholeServer.topology(WholeServer.server(lab).packages(Set.of()).build(), WholeServer.HERE);
        long sent;
        try (FaultyLink link = FaultyLink.whole(SmallServer.sshd(lab))) {
            ApplyReport report = SmallServer.runtime(lab, link).apply(whole, ApplyOptions.standard());
            assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
            sent = link.sent();
        }
        int told = 0;
        int killed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            destroyed(runtime, whole);
            long after = sent * (2 * round + 1) / (2L * ROUNDS);
            killed += isKilled(whole, after) ? 1 : 0;
            Plan plan = runtime.plan(whole);
            told += plan.toString().contains("A run was interrupted") ? 1 : 0;
            AfterFault.isWhole("killed after " + after + " of " + sent + " bytes", lab, runtime, whole);
            assertThat(lab.sh("docker ps -a --format '{{.Names}}'; getent passwd monitor | wc -l"))
                    .as("killed after " + after)
                    .matches("(?s)(tapbot-state\nwell|well\ntapbot-state)\n1\n");
        }
        assertThat(killed).isGreaterThanOrEqualTo(ROUNDS * 3 / 4);
        // Before the first word to the journal nothing has begun that could be interrupted.
        assertThat(told).isGreaterThanOrEqualTo(ROUNDS / 2);
    }

    /** What was measured may have been a little more, as packages stay where they are. */
    private boolean isKilled(Topology declared, long after) throws IOException {
        AtomicReference<ChildApply> running = new AtomicReference<>();
        try (FaultyLink link = new FaultyLink(
                SmallServer.sshd(lab),
                true,
                after,
                Fault.RESET,
                () -> Objects.requireNonNull(running.get()).kill())) {
            try (ChildApply child = ChildApply.start(declared, lab, "127.0.0.1", link.port())) {
                running.set(child);
                child.rest();
                return link.isBroken();
            }
        }
    }

    private static void destroyed(TapbotRuntime runtime, Topology declared) {
        DestroyOptions all = DestroyOptions.keepData();
        ApplyReport report =
                runtime.destroy(declared, runtime.planDestroy(declared, all), all, ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
    }
}
