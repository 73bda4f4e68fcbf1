package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.DestroyOptions;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.docker.KilledRun.Undertaking;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A JVM that works on a real engine is killed: while a topology is applied, updated and destroyed, each at a point of what is asked of the engine. The next run goes
 * on without a step by hand, nothing is left over, and nothing of others is touched. {@code -Dtapbot.kill.rounds=ROUNDS} says at how many
 * points of each, and {@code -Dtapbot.cut.rounds=ROUNDS} at how many its connections are cut instead, which needs no JVM of its own; with {@code all} every point has its
 * turn.
 */
@OnEngine
class DockerKillTest {

    private static final String ALL = "all";

    private DockerHarness harness;
    private TapbotRuntime runtime;
    private String foreign = "";

    @BeforeEach
    void begin() {
        harness = new DockerHarness();
        runtime = KilledRun.runtime(EngineForTests.dialer());
    }

    @AfterEach
    void end() {
        harness.close();
    }

    @Test
    void the_next_run_ends_what_a_killed_one_began() throws Exception {
        int killed = 0;
        Map<Undertaking, Integer> points = points();
        int rounds = rounds("tapbot.kill.rounds", "10", points);
        for (int round = 0; round < rounds; round++) {
            harness.forgetOurs();
            for (Undertaking each : Undertaking.KILLED) {
                int point = point(points.getOrDefault(each, 0), round, rounds);
                ChildJvm child = ChildJvm.run(each, point);
                killed += child.status() == 137 ? 1 : 0;
                ended(each, point + ": " + child);
            }
        }
        assertThat(killed).isGreaterThanOrEqualTo(rounds * 3 * 9 / 10);
    }

    @Test
    void the_next_run_ends_what_one_began_that_was_cut_off() throws Exception {
        Map<Undertaking, Integer> points = points();
        int rounds = rounds("tapbot.cut.rounds", "8", points);
        for (int round = 0; round < rounds; round++) {
            harness.forgetOurs();
            for (Undertaking each : Undertaking.KILLED) {
                int point = point(points.getOrDefault(each, 0), round, rounds);
                try {
                    each.run(KilledRun.runtime(KillingDialer.cutting(EngineForTests.dialer(), point)));
                } catch (UnreachableException e) {
                    assertThat(e).hasMessageContaining("server box");
                }
                ended(each, "cut off at " + point);
            }
        }
    }

    /** How many points each has, by a run that nothing happens to. */
    private Map<Undertaking, Integer> points() throws Exception {
        harness.runForeign(harness.healthy("theirs"));
        harness.addForeignStores("theirs");
        foreign = harness.shown("theirs");
        Map<Undertaking, Integer> points = new EnumMap<>(Undertaking.class);
        for (Undertaking each : Undertaking.KILLED) {
            KillingDialer counting = KillingDialer.killing(EngineForTests.dialer(), 0);
            assertThat(each.run(KilledRun.runtime(counting)).isDone()).isTrue();
            points.put(each, counting.points());
            settled(each);
        }
        assertThat(points.values()).allSatisfy(count -> assertThat(count).isGreaterThan(40));
        return points;
    }

    private static int rounds(String property, String otherwise, Map<Undertaking, Integer> points) {
        String said = System.getProperty(property, otherwise);
        return said.equals(ALL)
                ? points.values().stream().mapToInt(Integer::intValue).max().orElseThrow()
                : Integer.parseInt(said);
    }

    /** Spread over all of them, a little further on in each round. */
    private static int point(int all, int round, int rounds) {
        return Math.min(all, 1 + (int) ((long) round * all / rounds));
    }

    /** One more run ends it, and all is as if nothing had happened. */
    private void ended(Undertaking each, String what) {
        ApplyReport report = each.run(runtime);
        assertThat(report.isDone()).as("%s %s: %s", each, what, report).isTrue();
        settled(each);
        assertThat(harness.shown("theirs")).as("%s %s", each, what).isEqualTo(foreign);
    }

    /** Nothing is left to be done, and nothing is there that should not be. */
    private void settled(Undertaking each) {
        Plan plan = each == Undertaking.DESTROY
                ? runtime.planDestroy(each.topology(), DestroyOptions.keepData())
                : runtime.plan(each.topology());
        assertThat(plan.isEmpty()).as("%s", plan).isTrue();
        List<String> expected = switch (each) {
            case APPLY, UPDATE, ADOPT -> List.of("keeper", "page", "tapbot-state", "theirs");
            case DESTROY -> List.of("tapbot-state", "theirs");
        };
        assertThat(harness.containers()).containsExactlyElementsOf(expected);
        assertThat(harness.networks().contains("contract-web")).isEqualTo(each != Undertaking.DESTROY);
        assertThat(harness.volumes()).contains("contract-data", "tapbot-state", "theirs");
        assertThat(harness.keptForContainers())
                .as("files of containers that are gone")
                .isEqualTo(each == Undertaking.DESTROY ? 0 : 2);
    }
}
