package kz.tapbot.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.daily.HistoryRun;
import kz.tapbot.runtime.daily.IncidentAction;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.fleet.Visit;
import kz.tapbot.runtime.operate.History;
import kz.tapbot.runtime.operate.Recording;
import kz.tapbot.runtime.plan.IncidentPlanning;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.secret.PasswordHashes;

/**
 * What people do when somebody breaks in, and what was ever done to a server. Reached by {@link TapbotRuntime#incidents()}; as safe and as free of things to close
 * as that.
 *
 * <p>An order stands until it is ended by another one: it outlives a restart, and no apply undoes it; every plan tells of it.
 */
public final class Incidents {

    private final RuntimeBuilder settings;
    private final PasswordHashes hashes;

    Incidents(RuntimeBuilder settings, PasswordHashes hashes) {
        this.settings = settings;
        this.hashes = hashes;
    }

    /** What an order would do on some servers; nothing where it is so already. Errors in its report say whom it must not shut out. */
    public Plan plan(Topology topology, IncidentAction action, Collection<ServerName> servers) {
        try (Undertaking call = begin(topology, servers, EventListener.NONE)) {
            return IncidentPlanning.plan(
                    topology, action, servers, call.observe().servers());
        }
    }

    /**
     * Carries an order out. It is taken back unless a fresh login confirms that whoever ordered it can still get in.
     *
     * @param planned the plan as it was shown
     * @throws kz.tapbot.runtime.apply.StalePlanException if it would not be planned so any more
     * @throws kz.tapbot.runtime.apply.LockedException if somebody else works on one of the servers
     * @throws kz.tapbot.runtime.apply.PlanRefusedException if the plan has errors
     */
    public ApplyReport apply(
            Topology topology, Plan planned, IncidentAction action, Collection<ServerName> servers, ApplyOptions how) {
        try (Undertaking call = begin(topology, servers, how.listener())) {
            return call.apply(
                    Optional.of(planned),
                    how,
                    found -> IncidentPlanning.plan(topology, action, servers, found.servers()),
                    Recording.NONE);
        }
    }

    /** What was done to each server, by whom and how it ended, oldest first; as far back as its journal is kept. */
    public SortedMap<ServerName, List<HistoryRun>> history(Topology topology) {
        Set<ServerName> servers = new TreeSet<>();
        topology.servers().stream()
                .filter(one -> !one.planned())
                .map(Server::name)
                .forEach(servers::add);
        SortedMap<ServerName, List<HistoryRun>> all = new TreeMap<>();
        try (Visit visit = Visit.on(
                servers, topology, settings.means(hashes, new kz.tapbot.runtime.apply.Events(settings.listener)))) {
            servers.forEach(server ->
                    all.put(server, History.of(visit.session(server).state().journal())));
        }
        return all;
    }

    private Undertaking begin(Topology topology, Collection<ServerName> servers, EventListener listener) {
        return Undertaking.begin(topology, servers::contains, PlanOptions.STANDARD, settings, hashes, listener);
    }
}
