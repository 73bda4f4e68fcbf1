package kz.tapbot.runtime;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Events;
import kz.tapbot.runtime.apply.PlanRefusedException;
import kz.tapbot.runtime.drift.DriftFinder;
import kz.tapbot.runtime.drift.DriftReport;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.fleet.Observation;
import kz.tapbot.runtime.fleet.Status;
import kz.tapbot.runtime.fleet.StatusReader;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.prove.ProofReport;
import kz.tapbot.runtime.prove.Prover;
import kz.tapbot.runtime.secret.PasswordHashes;
import kz.tapbot.runtime.spi.LockHolder;

/**
 * Brings servers to a topology. Safe to use from several threads; every call opens its own sessions and threads, and has closed them when
 * it returns, so that there is nothing to close here. Whether the topology can work is judged before, by {@code kz.tapbot.validate}.
 *
 * <p>Every method throws {@link kz.tapbot.runtime.spi.UnreachableException} if a server cannot be reached, unless it says otherwise.
 */
public final class TapbotRuntime {

    private final RuntimeBuilder settings;
    private final PasswordHashes hashes = new PasswordHashes();

    TapbotRuntime(RuntimeBuilder settings) {
        this.settings = settings;
    }

    /** A new builder; it needs a driver. */
    public static RuntimeBuilder builder() {
        return new RuntimeBuilder();
    }

    /** Looks at every server that is not only planned. */
    public Observation observe(Topology topology) {
        try (Undertaking call = begin(topology, PlanOptions.STANDARD)) {
            return call.observe();
        }
    }

    /** What has to be done so that the servers are as declared. */
    public Plan plan(Topology topology) {
        return plan(topology, PlanOptions.STANDARD);
    }

    /** What has to be done so that the servers are as declared, within the options. */
    public Plan plan(Topology topology, PlanOptions options) {
        try (Undertaking call = begin(topology, options)) {
            return call.planToShow();
        }
    }

    /**
     * Makes again what Tapbot needs to read what it keeps on the servers, where {@link kz.tapbot.runtime.spi.StateMissingException} says that it is gone. Nothing
     * else is changed; {@code apply} does it by itself.
     */
    public void mend(Topology topology) {
        try (Undertaking call = begin(topology, PlanOptions.STANDARD)) {
            call.fleet().everywhere(server -> {
                call.fleet().session(server).state().mend();
                return true;
            });
        }
    }

    /**
     * Plans, and does what is planned at once.
     *
     * @throws kz.tapbot.runtime.apply.LockedException if somebody else works on a server
     * @throws kz.tapbot.runtime.apply.PlanRefusedException if the plan has errors
     * @throws kz.tapbot.runtime.secret.SecretUnavailableException if a secret has no usable value
     */
    public ApplyReport apply(Topology topology, ApplyOptions options) {
        return apply(topology, Optional.empty(), PlanOptions.STANDARD, options);
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
        return apply(topology, Optional.of(planned), with, options);
    }

    /** Observes again and tries every claim that follows from the topology. Changes nothing. */
    public ProofReport prove(Topology topology) {
        try (Undertaking call = begin(topology, PlanOptions.STANDARD)) {
            Observation found = call.observe();
            return Prover.prove(topology, call.plan(found), call.fleet());
        }
    }

    /** What is different from what was declared, and what nobody declared. Changes nothing. */
    public DriftReport drift(Topology topology) {
        try (Undertaking call = begin(topology, PlanOptions.STANDARD)) {
            Observation found = call.observe();
            return DriftFinder.find(call.plan(found), found);
        }
    }

    /** What taking down everything of ours would do. */
    public Plan planDestroy(Topology topology, DestroyOptions options) {
        return plan(topology, options.asPlanOptions());
    }

    /**
     * Takes down everything of ours on the servers of the topology. Data that is not named stays, and so does everything of others.
     *
     * @param planned the plan as it was shown
     * @throws kz.tapbot.runtime.apply.StalePlanException if it would not be made any more
     * @throws kz.tapbot.runtime.apply.LockedException if somebody else works on a server
     */
    public ApplyReport destroy(Topology topology, Plan planned, DestroyOptions options, ApplyOptions how) {
        return apply(topology, Optional.of(planned), options.asPlanOptions(), how);
    }

    /** How the servers are; one that is not reached is told, not thrown. */
    public Status status(Topology topology) {
        return StatusReader.read(topology, settings.means(hashes, new Events(settings.listener)));
    }

    /** Who holds the lock of which server. */
    public SortedMap<ServerName, LockHolder> lockHolders(Topology topology) {
        try (Undertaking call = begin(topology, PlanOptions.STANDARD)) {
            SortedMap<ServerName, LockHolder> holders = new TreeMap<>();
            call.fleet()
                    .everywhere(server -> call.fleet().session(server).state().holder())
                    .forEach((server, holder) -> holder.ifPresent(held -> holders.put(server, held)));
            return holders;
        }
    }

    /** What people do with running containers from day to day: logs, commands, restarts, releases, clean-up. */
    public DayToDay daily() {
        return new DayToDay(settings, hashes);
    }

    /** What people do when somebody breaks in, and what was ever done to a server. */
    public Incidents incidents() {
        return new Incidents(settings, hashes);
    }

    private Undertaking begin(Topology topology, PlanOptions options) {
        return Undertaking.begin(topology, options, settings, hashes, EventListener.NONE);
    }

    private ApplyReport apply(Topology topology, Optional<Plan> planned, PlanOptions with, ApplyOptions how) {
        planned.filter(plan -> plan.report().hasErrors()).ifPresent(plan -> {
            throw new PlanRefusedException(plan.report());
        });
        try (Undertaking call = Undertaking.begin(topology, with, settings, hashes, how.listener())) {
            return call.apply(planned, how);
        }
    }
}
