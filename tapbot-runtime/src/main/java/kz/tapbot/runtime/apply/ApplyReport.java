package kz.tapbot.runtime.apply;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.plan.Plan;

/**
 * What came of a run.
 *
 * @param run the run's id, as journals and events name it; empty if there was nothing to do
 * @param topology the topology it brought about
 * @param plan what was to be done
 * @param outcome what came of the whole
 * @param changes what came of each change, in the order of the plan
 * @param lost the servers to which the connection was lost on the way
 * @param took how long it took
 */
public record ApplyReport(
        String run,
        TopologyName topology,
        Plan plan,
        Outcome outcome,
        List<ChangeResult> changes,
        SortedSet<ServerName> lost,
        Duration took) {

    /** Copies the lists. */
    public ApplyReport {
        changes = List.copyOf(changes);
        lost = Collections.unmodifiableSortedSet(new TreeSet<>(lost));
    }

    /** Of a plan that has nothing to do. */
    public static ApplyReport nothing(Plan plan, Duration took) {
        return new ApplyReport("", plan.topology(), plan, Outcome.DONE, List.of(), Collections.emptySortedSet(), took);
    }

    /** Whether everything that was planned is there. */
    public boolean isDone() {
        return outcome == Outcome.DONE;
    }

    /** How many changes came out so. */
    public long count(ChangeOutcome which) {
        return changes.stream().filter(change -> change.outcome() == which).count();
    }

    /** The text form over several lines, as commands print it after a run; ends without a line break. */
    @Override
    public String toString() {
        return ApplyText.of(this);
    }
}
