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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A JVM that works on a real engine is killed: while a topology is applied, updated and destroyed, each at a point of what is asked of the engine. The next run goes
 * on without a step by hand, nothing is left over, and nothing of others is touched. {@code -Dtapbot.kill.rounds=ROUNDS} says how often; with
 * {@code 0} every point has its turn.
 */
@OnEngine
class DockerKillTest {

    private static final int ROUNDS = Integer.getInteger("tapbot.kill.rounds", 10);

    private DockerHarness harness;
    private TapbotRuntime runtime;

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
        harness.runForeign(harness.healthy("theirs"));
        harness.addForeignStores("theirs");
        String foreign = harness.shown("theirs");
        Map<Undertaking, Integer> points = new EnumMap<>(Undertaking.class);
        for (Undertaking each : Undertaking.values()) {
            String said = ChildJvm.run(each, 0).said();
            assertThat(said).matches("points \\d+\n");
            points.put(each, Integer.parseInt(said.strip().substring("points ".length())));
            settled(each);
        }
        assertThat(points.values()).allSatisfy(count -> assertThat(count).isGreaterThan(40));
        int rounds = ROUNDS == 0
                ? points.values().stream().mapToInt(Integer::intValue).max().orElseThrow()
                : ROUNDS;
        int killed = 0;
        for (int round = 0; round < rounds; round++) {
            harness.forgetOurs();
            for (Undertaking each : Undertaking.values()) {
                int all = points.getOrDefault(each, 0);
                int point = Math.min(all, 1 + (int) ((long) round * all / rounds));
                ChildJvm child = ChildJvm.run(each, point);
                killed += child.status() == 137 ? 1 : 0;
                ApplyReport report = each.run(runtime);
                assertThat(report.isDone())
                        .as("%s killed at %s (%s): %s", each, point, child, report)
                        .isTrue();
                settled(each);
                assertThat(harness.shown("theirs"))
                        .as("%s killed at %s", each, point)
                        .isEqualTo(foreign);
            }
        }
        assertThat(killed).isGreaterThanOrEqualTo(rounds * 3 * 9 / 10);
    }

    /** Nothing is left to be done, and nothing is there that should not be. */
    private void settled(Undertaking each) {
        Plan plan = each == Undertaking.DESTROY
                ? runtime.planDestroy(each.topology(), DestroyOptions.keepData())
                : runtime.plan(each.topology());
        assertThat(plan.isEmpty()).as("%s", plan).isTrue();
        List<String> expected = switch (each) {
            case APPLY, UPDATE -> List.of("keeper", "page", "tapbot-state", "theirs");
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
