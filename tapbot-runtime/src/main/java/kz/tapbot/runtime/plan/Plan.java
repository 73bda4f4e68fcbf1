package kz.tapbot.runtime.plan;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import org.jspecify.annotations.Nullable;

/** Everything that has to be done, in an order in which it can be done. Immutable. */
public final class Plan {

    private final TopologyName topology;
    private final Supplier<String> fingerprinting;
    private final List<Change> changes;
    private final Report report;
    private final SortedMap<ServerName, Topology> applied;
    private final Optional<ExposureChanges> exposure;
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
        this(topology, fingerprinting, changes, report, Collections.emptySortedMap(), Optional.empty());
    }

    private Plan(
            TopologyName topology,
            Supplier<String> fingerprinting,
            List<Change> changes,
            Report report,
            SortedMap<ServerName, Topology> applied,
            Optional<ExposureChanges> exposure) {
        this.topology = topology;
        this.fingerprinting = fingerprinting;
        this.changes = List.copyOf(changes);
        this.report = report;
        this.applied = Collections.unmodifiableSortedMap(new TreeMap<>(applied));
        this.exposure = exposure;
    }

    /** The same plan with what the servers remember of the last apply. */
    public Plan withApplied(SortedMap<ServerName, Topology> known) {
        return new Plan(topology, this::fingerprint, changes, report, known, exposure);
    }

    /** The same plan with what it opens and closes, which it then shows. */
    public Plan withExposure(ExposureChanges change) {
        return new Plan(topology, this::fingerprint, changes, report, applied, Optional.of(change));
    }

    /** The same plan with more to be known of it. */
    public Plan withReport(Report more) {
        return new Plan(topology, this::fingerprint, changes, report.plus(more), applied, exposure);
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

    /**
     * What each server was declared to be when it was last applied whole, as far as it decides who reaches what; a server of which nothing is
     * known is missing. Does nothing but explain.
     */
    public SortedMap<ServerName, Topology> applied() {
        return applied;
    }

    /** What the change opens and closes, if somebody has worked that out: the command line does. */
    public Optional<ExposureChanges> exposure() {
        return exposure;
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
