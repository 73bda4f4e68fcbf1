package kz.tapbot.runtime;

import java.util.SortedMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.drift.DriftReport;
import kz.tapbot.runtime.fleet.Observation;
import kz.tapbot.runtime.fleet.Status;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.prove.ProofReport;
import kz.tapbot.runtime.spi.LockHolder;

/**
 * Brings servers to a topology. Safe to use from several threads; every call opens its own sessions and threads, and has closed them when
 * it returns, so that there is nothing to close here. Whether the topology can work is judged before, by {@code kz.tapbot.validate}.
 *
 * <p>Every method throws {@link kz.tapbot.runtime.spi.UnreachableException} if a server cannot be reached, unless it says otherwise.
 */
@SuppressWarnings("DoNotCallSuggester") // until it is connected
public final class TapbotRuntime {

    TapbotRuntime(RuntimeBuilder builder) {}

    /** A new builder; it needs a driver. */
    public static RuntimeBuilder builder() {
        return new RuntimeBuilder();
    }

    /** Looks at every server that is not only planned. */
    public Observation observe(Topology topology) {
        throw new UnsupportedOperationException();
    }

    /** What has to be done so that the servers are as declared. */
    public Plan plan(Topology topology) {
        return plan(topology, PlanOptions.STANDARD);
    }

    /** What has to be done so that the servers are as declared, within the options. */
    public Plan plan(Topology topology, PlanOptions options) {
        throw new UnsupportedOperationException();
    }

    /**
     * Plans, and does what is planned at once.
     *
     * @throws kz.tapbot.runtime.apply.LockedException if somebody else works on a server
     * @throws kz.tapbot.runtime.apply.PlanRefusedException if the plan has errors
     * @throws kz.tapbot.runtime.secret.SecretUnavailableException if a secret has no usable value
     */
    public ApplyReport apply(Topology topology, ApplyOptions options) {
        throw new UnsupportedOperationException();
    }

    /**
     * Does what was planned, if it would still be planned.
     *
     * @param planned the plan as it was shown
     * @param with the options it was made with
     * @throws kz.tapbot.runtime.apply.StalePlanException if it would not
     * @throws kz.tapbot.runtime.apply.LockedException if somebody else works on a server
     * @throws kz.tapbot.runtime.apply.PlanRefusedException if the plan has errors
     * @throws kz.tapbot.runtime.secret.SecretUnavailableException if a secret has no usable value
     */
    public ApplyReport apply(Topology topology, Plan planned, PlanOptions with, ApplyOptions options) {
        throw new UnsupportedOperationException();
    }

    /** Observes again and tries every claim that follows from the topology. Changes nothing. */
    public ProofReport prove(Topology topology) {
        throw new UnsupportedOperationException();
    }

    /** What is different from what was declared, and what nobody declared. Changes nothing. */
    public DriftReport drift(Topology topology) {
        throw new UnsupportedOperationException();
    }

    /** What taking down everything of ours would do. */
    public Plan planDestroy(Topology topology, DestroyOptions options) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes down everything of ours on the servers of the topology. Data that is not named stays, and so does everything of others.
     *
     * @param planned the plan as it was shown
     * @throws kz.tapbot.runtime.apply.StalePlanException if it would not be made any more
     * @throws kz.tapbot.runtime.apply.LockedException if somebody else works on a server
     */
    public ApplyReport destroy(Topology topology, Plan planned, DestroyOptions options, ApplyOptions how) {
        throw new UnsupportedOperationException();
    }

    /** How the servers are; one that is not reached is told, not thrown. */
    public Status status(Topology topology) {
        throw new UnsupportedOperationException();
    }

    /** Who holds the lock of which server. */
    public SortedMap<ServerName, LockHolder> lockHolders(Topology topology) {
        throw new UnsupportedOperationException();
    }
}
