package kz.tapbot.runtime.plan;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.name.TopologyName;
import org.jspecify.annotations.Nullable;

/** Everything that has to be done, in an order in which it can be done. Immutable. */
public final class Plan {

    private final TopologyName topology;
    private final Supplier<String> fingerprinting;
    private final List<Change> changes;
    private final Report report;
    private volatile @Nullable String fingerprint;

    /**
     * Of parts that are known.
     *
     * @param topology the topology it brings about
     * @param fingerprint of what shall be and what was found
     * @param changes what happens; each comes after those it names
     * @param report what forbids the plan (errors), or should be known (warnings, notes)
     */
    public Plan(TopologyName topology, String fingerprint, List<Change> changes, Report report) {
        this(topology, () -> fingerprint, changes, report);
    }

    /** The fingerprint takes longer than all the rest, and is not asked for where a plan is only shown. */
    Plan(TopologyName topology, Supplier<String> fingerprinting, List<Change> changes, Report report) {
        this.topology = topology;
        this.fingerprinting = fingerprinting;
        this.changes = List.copyOf(changes);
        this.report = report;
    }

    /** The topology it brings about. */
    public TopologyName topology() {
        return topology;
    }

    /** A short text of what shall be and what was found; a plan is stale once either differs. */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = fingerprinting.get();
            fingerprint = known;
        }
        return known;
    }

    /** What happens; each comes after those it names. */
    public List<Change> changes() {
        return changes;
    }

    /** What forbids the plan (errors), or should be known (warnings, notes). */
    public Report report() {
        return report;
    }

    /** Whether nothing has to be done. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** How many changes are of an action. */
    public long count(Action action) {
        return changes.stream().filter(change -> change.action() == action).count();
    }

    /** Equal where the same is done for the same reasons. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Plan plan
                && topology.equals(plan.topology)
                && changes.equals(plan.changes)
                && report.equals(plan.report)
                && fingerprint().equals(plan.fingerprint());
    }

    @Override
    public int hashCode() {
        return Objects.hash(topology, changes);
    }

    @Override
    public String toString() {
        return PlanText.render(this);
    }
}
