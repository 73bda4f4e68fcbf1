package kz.tapbot.runtime.plan;

import java.util.List;
import kz.tapbot.model.name.TopologyName;

/**
 * A plan that was saved. It is shown as it is, and made anew to be applied.
 *
 * @param topology the topology it brings about
 * @param fingerprint of what was to be and what was found when it was made
 * @param options what it was made with, but for what the topology itself allows
 * @param changes what was to happen, without the operations
 */
public record SavedPlan(TopologyName topology, String fingerprint, PlanOptions options, List<Change> changes) {

    /** Copies the changes. */
    public SavedPlan {
        changes = List.copyOf(changes);
    }

    /** Whether the plan, made again with the same options, is still the one that was saved. */
    public boolean isStill(Plan plan) {
        return topology.equals(plan.topology()) && fingerprint.equals(plan.fingerprint());
    }
}
