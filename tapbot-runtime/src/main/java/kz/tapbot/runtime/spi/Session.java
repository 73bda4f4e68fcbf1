package kz.tapbot.runtime.spi;

import java.util.List;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.operation.EngineOperations;
import kz.tapbot.runtime.operation.FileOperations;
import kz.tapbot.runtime.operation.IncidentOperations;
import kz.tapbot.runtime.operation.OwnershipOperations;
import kz.tapbot.runtime.operation.ProtectionOperations;
import kz.tapbot.runtime.operation.SystemOperations;
import kz.tapbot.runtime.resource.Resource;

/**
 * A login on a server. Operations may be called from several threads at once. Every method throws {@link UnreachableException} once the
 * connection is lost.
 */
public interface Session extends AutoCloseable {

    /**
     * Is told that {@link #observe} comes as soon as what it compares with is known: a driver can begin to look at what does not depend on that. Changes nothing.
     */
    default void beginToObserve() {}

    /**
     * Looks at the server without changing anything.
     *
     * @param desired what shall be there, so that a driver can look at exactly that beside all that is ours
     */
    ServerFacts observe(List<Resource> desired);

    /**
     * What a finished server has to show beside what is declared of it, such as that nobody else is root: looked at now, without changing anything. A driver tells of
     * what it manages; one of containers alone of the engine.
     *
     * @throws OperationFailedException if it cannot be looked at
     */
    default List<HostCheck> examine() {
        return List.of();
    }

    /** Performs operations on packages, users, kernel settings and units. */
    SystemOperations system();

    /** Performs operations on files. */
    FileOperations files();

    /** Performs operations on firewall, sshd and jails. */
    ProtectionOperations protection();

    /**
     * Performs what people order when somebody breaks in.
     *
     * @throws OperationFailedException if the driver has nothing to do with whole servers
     */
    default IncidentOperations incidents() {
        throw new OperationFailedException(
                "Shutting somebody out is a whole server's matter, and this runtime keeps containers alone: --runtime ssh does it.");
    }

    /** Performs operations on the container engine. */
    EngineOperations engine();

    /** Performs operations on whose things are. */
    OwnershipOperations ownership();

    /** What Tapbot keeps on the server for itself: lock, journal, secrets, undo. */
    HostState state();

    /** Asks from a vantage point whether something is reached. */
    ProbeResult probe(Probe probe);

    /** The same for several, at once where that saves time; the answers in the order of the probes. */
    default List<ProbeResult> probe(List<? extends Probe> probes) {
        return probes.stream().map(this::probe).toList();
    }

    /** Logs, usage, releases and what else people ask of running containers from day to day. */
    DailyWork daily();

    /** Ends the session; the lock is released with it. An exception changes nothing of what the run has done and is ignored. */
    @Override
    void close();
}
