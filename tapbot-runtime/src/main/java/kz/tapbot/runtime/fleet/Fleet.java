package kz.tapbot.runtime.fleet;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.facts.ContainerFacts;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.resource.Fingerprints;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.secret.GeneratedSecrets;
import kz.tapbot.runtime.secret.PasswordHashes;
import kz.tapbot.runtime.secret.RunSecrets;
import kz.tapbot.runtime.secret.ServerContents;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.LockHolder;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import kz.tapbot.runtime.spi.Turns;
import org.jspecify.annotations.Nullable;

/** A session on every server of a topology that is not only planned. Closing it releases what it locked and wipes the secrets. */
public final class Fleet implements AutoCloseable {

    /**
     * What a fleet is made with.
     *
     * @param driver the driver of each server
     * @param environment where secrets from environment variables are read
     * @param hashes makes password hashes
     * @param who who runs it
     * @param ticker time
     * @param listener is told of what is looked at; called from one thread at a time
     */
    public record Means(
            Function<Server, Driver> driver,
            Function<String, @Nullable String> environment,
            PasswordHashes hashes,
            String who,
            Ticker ticker,
            EventListener listener) {}

    private static final int MOST_AT_ONCE = 16;

    private final Topology topology;
    private final Means means;
    private final RunSecrets secrets;
    private final Map<ServerName, List<Resource>> desired;
    private final SortedMap<ServerName, Server> servers = new TreeMap<>();
    private final ConcurrentMap<ServerName, ServerContents> contents = new ConcurrentHashMap<>();
    private final ConcurrentMap<Address, String> publicKeys = new ConcurrentHashMap<>();
    private final ConcurrentMap<ServerName, Session> sessions = new ConcurrentHashMap<>();
    private final Together together;
    private volatile Turns turns = Turns.NONE;

    /** Of whoever walks a plan at the moment. */
    private final class ItsTurns implements Turns {

        @Override
        public void waits() {
            turns.waits();
        }

        @Override
        public void begins() {
            turns.begins();
        }
    }

    /** Who runs it. */
    public String who() {
        return means.who();
    }

    private Fleet(Topology topology, Means means, RunSecrets secrets, Map<ServerName, List<Resource>> desired) {
        this.topology = topology;
        this.means = means;
        this.secrets = secrets;
        this.desired = desired;
        for (Server server : topology.servers()) {
            if (!server.planned()) {
                servers.put(server.name(), server);
                contents.put(server.name(), new ServerContents(secrets, means.hashes(), publicKeys));
            }
        }
        this.together = new Together(Math.min(MOST_AT_ONCE, servers.size()));
    }

    /**
     * Logs in everywhere.
     *
     * @param desired what shall be on each server
     * @throws kz.tapbot.runtime.spi.UnreachableException that names every server that was not reached
     */
    public static Fleet open(
            Topology topology, Means means, RunSecrets secrets, Map<ServerName, List<Resource>> desired) {
        Fleet fleet = new Fleet(topology, means, secrets, desired);
        try {
            fleet.everywhere(server -> fleet.sessions.put(server, fleet.fresh(server)) == null);
            return fleet;
        } catch (RuntimeException | Error e) {
            fleet.close();
            throw e;
        }
    }

    /** The servers. */
    public SortedMap<ServerName, Server> servers() {
        return Collections.unmodifiableSortedMap(servers);
    }

    /** The session on a server. */
    public Session session(ServerName server) {
        Session session = sessions.get(server);
        if (session == null) {
            throw new IllegalStateException("there is no session on " + server);
        }
        return session;
    }

    /** One more login on a server, to be closed by the caller. */
    public Session fresh(ServerName server) {
        Server target = servers.get(server);
        ServerContents own = contents.get(server);
        if (target == null || own == null) {
            throw new IllegalStateException(server + " is no server of this fleet");
        }
        return means.driver()
                .apply(target)
                .open(target, new SessionContext(topology.name(), own, means.who(), means.listener(), new ItsTurns()));
    }

    /** Who is told from now on of operations that wait for each other. */
    public void turns(Turns told) {
        turns = told;
    }

    /** The fingerprints of all servers' contents. */
    public Map<ServerName, Fingerprints> fingerprints() {
        return Collections.unmodifiableMap(new TreeMap<>(contents));
    }

    /** The values of the secrets. */
    public RunSecrets secrets() {
        return secrets;
    }

    /** Takes the lock of every server in the order of their names, so that two runs never wait for each other; stops at the first that is held. */
    public Optional<Map.Entry<ServerName, LockHolder>> lock(String purpose) {
        for (ServerName server : servers.keySet()) {
            Optional<LockHolder> holder = session(server).state().lock(purpose);
            if (holder.isPresent()) {
                return Optional.of(Map.entry(server, holder.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * Takes back what an interrupted run has changed and not confirmed, before the server does so by itself. To be called with all locks held.
     *
     * @return the servers on which there was something to take back
     */
    public SortedSet<ServerName> takeBackUnconfirmed() {
        SortedSet<ServerName> changed = new TreeSet<>();
        everywhere(server -> {
                    HostState state = session(server).state();
                    List<String> armed = state.armed();
                    armed.forEach(state::revert);
                    return !armed.isEmpty();
                })
                .forEach((server, something) -> {
                    if (something) {
                        changed.add(server);
                    }
                });
        return changed;
    }

    /** Looks at every server. Nothing is changed. */
    public Observation observe() {
        long begin = means.ticker().nanos();
        sessions.values().forEach(Session::beginToObserve);
        readKeys(false);
        new GeneratedSecrets(secrets, states()).read();
        secrets.readWhatIsAtHand();
        SortedMap<ServerName, ServerFacts> facts = everywhere(this::look);
        return new Observation(topology.name(), facts, means.ticker().since(begin));
    }

    /** Makes the keys and generated secrets that are not there yet. To be called with all locks held. */
    public void makeSecrets() {
        readKeys(true);
        new GeneratedSecrets(secrets, states()).makeAndKeep();
    }

    /** Does the same on all servers at once. Not to be called from within the work. */
    public <T> SortedMap<ServerName, T> everywhere(Function<ServerName, T> work) {
        return servers.isEmpty() ? new TreeMap<>() : together.map(servers.keySet(), work);
    }

    /** Ends every session, which releases the locks, and wipes the secrets. One that cannot be ended keeps no other open. */
    @Override
    public void close() {
        try {
            together.close();
        } finally {
            try {
                endAll(sessions.values().iterator());
            } finally {
                secrets.close();
            }
        }
    }

    /** Ends a session. What its driver throws is no failure of what was done: the connection is over either way. */
    public static void end(Session session) {
        try {
            session.close();
        } catch (RuntimeException ignored) {
            // The lock ends with the connection, and the report of what was done matters more.
        }
    }

    private static void endAll(Iterator<Session> rest) {
        while (rest.hasNext()) {
            try {
                end(rest.next());
            } catch (Error e) {
                endAll(rest);
                throw e;
            }
        }
    }

    private ServerFacts look(ServerName server) {
        long begin = means.ticker().nanos();
        ServerFacts facts = concealed(session(server).observe(desired.getOrDefault(server, List.of())));
        publicKeys.keySet().removeIf(key -> key.path().startsWith(server.value() + "/"));
        publicKeys.putAll(facts.publicKeys());
        int ours = 0;
        for (Observed thing : facts.things().values()) {
            ours += thing.owner().is(topology.name()) ? 1 : 0;
        }
        Duration took = means.ticker().since(begin);
        means.listener().on(new RuntimeEvent.ServerObserved(server, ours, took));
        return facts;
    }

    /** A container's log may tell what it was given. */
    private ServerFacts concealed(ServerFacts facts) {
        SortedMap<String, ContainerFacts> containers = new TreeMap<>(facts.containers());
        containers.replaceAll((name, one) -> one.lastLog().isEmpty()
                ? one
                : new ContainerFacts(
                        name,
                        one.health(),
                        one.image(),
                        one.uptime(),
                        one.restarts(),
                        one.lastLog().stream().map(secrets::concealed).toList()));
        return containers.equals(facts.containers())
                ? facts
                : ServerFacts.builder().from(facts).containers(containers).build();
    }

    private void readKeys(boolean create) {
        everywhere(server -> {
            ServerContents own = contents.get(server);
            if (own != null) {
                own.key(session(server).state().fingerprintKey(create));
            }
            return true;
        });
    }

    private SortedMap<ServerName, HostState> states() {
        SortedMap<ServerName, HostState> states = new TreeMap<>();
        sessions.forEach((server, session) -> states.put(server, session.state()));
        return states;
    }
}
