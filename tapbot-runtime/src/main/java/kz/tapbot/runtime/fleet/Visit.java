package kz.tapbot.runtime.fleet;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.secret.RunSecrets;
import kz.tapbot.runtime.secret.SecretUses;
import kz.tapbot.runtime.secret.ServerContents;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/** Sessions on some servers of a topology for what needs no secret of theirs: none is read. Closing it ends them. */
public final class Visit implements AutoCloseable {

    private final TreeMap<ServerName, Session> sessions = new TreeMap<>();
    private final RunSecrets secrets;

    private Visit(RunSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Logs in on those servers, one after the other: they are few.
     *
     * @throws kz.tapbot.runtime.spi.UnreachableException if one is not reached
     */
    public static Visit on(Collection<ServerName> servers, Topology topology, Fleet.Means means) {
        return on(servers, topology, means, new RunSecrets(topology, SecretUses.of(List.of()), name -> null));
    }

    /**
     * The same for whoever asks registries on their behalf: the passwords of its logins are read, each when it is needed.
     *
     * @throws kz.tapbot.runtime.spi.UnreachableException if one is not reached
     */
    public static Visit withLogins(Collection<ServerName> servers, Topology topology, Fleet.Means means) {
        SecretUses uses = SecretUses.of(servers, topology.registryLogins());
        return on(servers, topology, means, new RunSecrets(topology, uses, means.environment()));
    }

    private static Visit on(Collection<ServerName> servers, Topology topology, Fleet.Means means, RunSecrets secrets) {
        Visit visit = new Visit(secrets);
        try {
            SessionContext context =
                    new SessionContext(topology.name(), new ServerContents(secrets, means.hashes()), means.who());
            for (Server server : topology.servers()) {
                if (servers.contains(server.name()) && !server.planned()) {
                    visit.sessions.put(
                            server.name(), means.driver().apply(server).open(server, context));
                }
            }
            return visit;
        } catch (RuntimeException | Error e) {
            visit.close();
            throw e;
        }
    }

    /**
     * The session on a server.
     *
     * @throws IllegalArgumentException if it is none of the servers
     */
    public Session session(ServerName server) {
        Session session = sessions.get(server);
        if (session == null) {
            throw new IllegalArgumentException("There is no server " + server + " to be visited.");
        }
        return session;
    }

    @Override
    public void close() {
        sessions.values().forEach(Fleet::end);
        secrets.close();
    }
}
