package kz.tapbot.runtime.plan;

import java.util.List;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.name.TopologyName;

/**
 * Everything that has to be done, in an order in which it can be done.
 *
 * @param topology the topology it brings about
 * @param fingerprint of what shall be and what was found; a plan is stale once either differs
 * @param changes what happens; each comes after those it names
 * @param report what forbids the plan (errors), or should be known (warnings, notes)
 */
public record Plan(TopologyName topology, String fingerprint, List<Change> changes, Report report) {

    /** Copies the changes. */
    public Plan {
        changes = List.copyOf(changes);
    }

    /** Whether nothing has to be done. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** How many changes are of an action. */
    public long count(Action action) {
        return changes.stream().filter(change -> change.action() == action).count();
    }
}
