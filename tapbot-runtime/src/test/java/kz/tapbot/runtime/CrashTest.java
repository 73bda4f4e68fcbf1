package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.EditedTopologies;
import kz.tapbot.model.fixture.Topologies;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.StalePlanException;
import kz.tapbot.runtime.memory.SimulatedCrash;
import org.junit.jupiter.api.Test;

/**
 * The process is killed at every single effect of a run: before and after each line of the journal, each operation, each secret that is kept, each undo
 * that is armed or confirmed. The next run goes on from what it finds, without a step by hand, and ends as if nothing had happened.
 */
class CrashTest {

    private static final Topology ESTATE = Topologies.estate(6, 2);
    private static final Topology EDITED = EditedTopologies.edit(ESTATE, 2, 4).after();

    @Test
    void a_first_apply_that_is_killed_anywhere_is_finished_by_the_next() {
        killedAnywhere(world -> {}, World::tryToApply, ESTATE);
    }

    @Test
    void an_update_that_is_killed_anywhere_is_finished_by_the_next() {
        assertThat(EDITED).isNotEqualTo(ESTATE);
        killedAnywhere(world -> world.apply(ESTATE), World::tryToApply, EDITED);
    }

    @Test
    void an_update_that_is_killed_anywhere_can_be_taken_back_by_applying_what_was_before() {
        World calm = furnished();
        calm.apply(ESTATE);
        long effects = effects(calm, World::tryToApply, EDITED);
        calm.apply(ESTATE);
        String wanted = calm.estate().fingerprint();
        for (int effect = 1; effect <= effects; effect++) {
            World world = furnished();
            world.apply(ESTATE);
            kill(world, effect, World::tryToApply, EDITED);
            world.apply(ESTATE);
            assertThat(withoutImages(world.estate().fingerprint()))
                    .as("killed before effect %s", effect)
                    .isEqualTo(withoutImages(wanted));
        }
    }

    @Test
    void a_destroy_that_is_killed_anywhere_is_finished_by_the_next() {
        killedAnywhere(world -> world.apply(ESTATE), CrashTest::destroy, ESTATE);
    }

    private static void killedAnywhere(
            Consumer<World> prepare, BiFunction<World, Topology, ApplyReport> run, Topology topology) {
        World calm = furnished();
        prepare.accept(calm);
        long effects = effects(calm, run, topology);
        String wanted = calm.estate().fingerprint();
        assertThat(effects).isGreaterThan(30);
        for (int effect = 1; effect <= effects; effect++) {
            World world = furnished();
            prepare.accept(world);
            kill(world, effect, run, topology);
            ApplyReport report = run.apply(world, topology);
            assertThat(report.isDone())
                    .as("killed before effect %s: %s", effect, report)
                    .isTrue();
            assertThat(world.estate().fingerprint())
                    .as("killed before effect %s", effect)
                    .isEqualTo(wanted);
        }
    }

    private static long effects(World world, BiFunction<World, Topology, ApplyReport> run, Topology topology) {
        long before = world.estate().recorder().writes();
        assertThat(run.apply(world, topology).isDone()).isTrue();
        return world.estate().recorder().writes() - before;
    }

    private static void kill(World world, int effect, BiFunction<World, Topology, ApplyReport> run, Topology topology) {
        world.estate().interruptions().crashBeforeEffect(effect);
        assertThatExceptionOfType(SimulatedCrash.class)
                .as("effect %s", effect)
                .isThrownBy(() -> run.apply(world, topology));
        world.estate().interruptions().clear();
    }

    /** A plan that is made before what was not confirmed is taken back is stale, and says so; the one after it holds. */
    private static ApplyReport destroy(World world, Topology topology) {
        try {
            return world.tryToDestroy(topology);
        } catch (StalePlanException e) {
            assertThat(e)
                    .hasMessageMatching(
                            "The plan is stale: it was made while a change of an interrupted run was not confirmed yet. "
                                    + "That change was taken back on (app|data); nothing else was changed. Plan again, and look at the new "
                                    + "plan before you apply it.");
            return world.tryToDestroy(topology);
        }
    }

    /** Which images were pulled for what did not come about may differ: they stay until they are cleaned up. */
    private static String withoutImages(String fingerprint) {
        return fingerprint.replaceAll("(?m)^ *images: .*\n", "");
    }

    private static World furnished() {
        World world = World.inOrder();
        ESTATE.servers().forEach(world::furnish);
        return world;
    }
}
