package kz.tapbot.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.EditedTopologies;
import kz.tapbot.runtime.plan.Plan;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is planned and performed on simulated servers is seen there exactly as it was desired. */
class MemoryPlansTest {

    @Property(tries = 1000)
    void after_an_apply_there_is_nothing_to_plan_and_planning_writes_nothing(
            @ForAll("edits") EditedTopologies.Edit edit) {
        MemoryEstate estate = MemoryEstate.create();
        Runner runner = new Runner(estate);
        runner.apply(edit.before());
        isThere(runner, edit.before(), estate);
        runner.apply(edit.after());
        isThere(runner, edit.after(), estate);
    }

    @Property(tries = 1000)
    void an_interrupted_run_ends_after_the_next_as_if_it_had_not_been(
            @ForAll("edits") EditedTopologies.Edit edit,
            @ForAll @IntRange(min = 1, max = 150) int operation,
            @ForAll boolean after) {
        MemoryEstate straight = MemoryEstate.create();
        Runner first = new Runner(straight);
        first.apply(edit.before());
        first.apply(edit.after());

        MemoryEstate broken = MemoryEstate.create();
        Runner second = new Runner(broken);
        if (after) {
            broken.interruptions().crashAfter(operation);
        } else {
            broken.interruptions().loseConnectionBefore(operation);
        }
        again(() -> second.apply(edit.before()));
        again(() -> second.apply(edit.after()));
        isThere(second, edit.after(), broken);
        assertThat(broken.fingerprint()).isEqualTo(straight.fingerprint());
    }

    /** Runs an apply, and once more if it was interrupted. */
    private static void again(ThrowingCallable apply) {
        if (catchThrowable(apply) != null) {
            assertThatCode(apply).doesNotThrowAnyException();
        }
    }

    @Provide
    Arbitrary<EditedTopologies.Edit> edits() {
        return EditedTopologies.edits();
    }

    private static void isThere(Runner runner, Topology topology, MemoryEstate estate) {
        long writes = estate.recorder().writes();
        String before = estate.fingerprint();
        Plan plan = runner.plan(topology);
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.report().toString()).doesNotContain("error");
        assertThat(estate.recorder().writes()).isEqualTo(writes);
        assertThat(estate.fingerprint()).isEqualTo(before);
    }
}
