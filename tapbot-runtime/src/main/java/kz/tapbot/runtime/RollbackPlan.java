package kz.tapbot.runtime;

import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.plan.Plan;

/**
 * A rollback that was planned.
 *
 * @param service the service that goes back
 * @param release to which release
 * @param plan what is done for it, to its container alone
 * @param topology the topology in which the service is what it was
 */
public record RollbackPlan(ServiceId service, Release release, Plan plan, Topology topology) {}
