package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.runtime.apply.ApplyCode;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.ChangeOutcome;
import kz.tapbot.runtime.apply.ChangeResult;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.spi.UnreachableException;
import kz.tapbot.ssh.FaultyLink;
import kz.tapbot.ssh.FaultyLink.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The network breaks in the middle of an apply to a whole server: after so many bytes in one direction. It is noticed, told for what it is, nothing
 * hangs, and the next apply ends what was begun. {@code -Dtapbot.fault.rounds=ROUNDS} says at how many places more of each kind.
 */
@OnEngine
class BrokenLinkOnEngineTest {

    private static final int ROUNDS = Integer.getInteger("tapbot.fault.rounds", 0);
    private static final Duration MOST = Duration.ofSeconds(60);

    private final LabServer lab = LabServer.start();
    private int version;

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void an_apply_over_a_link_that_breaks_anywhere_is_told_and_the_next_one_ends_it() {
        long sent;
        try (FaultyLink link = FaultyLink.whole(SmallServer.sshd(lab))) {
            applied(link);
            long before = link.sent();
            applied(link);
            sent = link.sent() - before;
        }
        List<String> wrong = new ArrayList<>(broken(Fault.STALL, true, sent / 3));
        for (int round = 0; round < ROUNDS; round++) {
            for (Fault fault : Fault.values()) {
                wrong.addAll(broken(fault, true, sent * (2 * round + 1) / (2L * ROUNDS)));
                wrong.addAll(broken(fault, false, sent / 8 * (2 * round + 1) / (2L * ROUNDS)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void applied(FaultyLink link) {
        ApplyReport report =
                SmallServer.runtime(lab, link).apply(SmallServer.topology(lab, version++), ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
    }

    private List<String> broken(Fault fault, boolean toServer, long after) {
        String where = fault + (toServer ? " to" : " from") + " the server after " + after;
        List<String> wrong = new ArrayList<>();
        long begin = System.nanoTime();
        try (FaultyLink link = new FaultyLink(SmallServer.sshd(lab), toServer, after, fault, () -> {})) {
            try {
                ApplyReport report = SmallServer.runtime(lab, link)
                        .apply(SmallServer.topology(lab, version), ApplyOptions.standard());
                // What breaks after the last word to the journal breaks nothing.
                if (report.outcome() == Outcome.DONE && !isWhole(version)) {
                    wrong.add(where + ": not done, and told so");
                }
                report.changes().stream()
                        .filter(change -> change.outcome() == ChangeOutcome.FAILED && !isTold(change))
                        .forEach(change -> wrong.add(where + ": " + change));
            } catch (UnreachableException e) {
                // Before anything was changed.
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            if (took.compareTo(MOST) > 0) {
                wrong.add(where + ": took " + took);
            }
            AfterFault.isWhole(where, lab, SmallServer.runtime(lab), SmallServer.topology(lab, version++));
        }
        return wrong;
    }

    private boolean isWhole(int declared) {
        return SmallServer.runtime(lab)
                .plan(SmallServer.topology(lab, declared))
                .isEmpty();
    }

    private static boolean isTold(ChangeResult change) {
        return change.code()
                .filter(code -> code == ApplyCode.CONNECTION_LOST || code == ApplyCode.LOCKED_OUT)
                .isPresent();
    }
}
