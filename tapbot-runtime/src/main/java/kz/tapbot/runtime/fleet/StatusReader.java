package kz.tapbot.runtime.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.daily.ServerUsage;
import kz.tapbot.runtime.secret.RunSecrets;
import kz.tapbot.runtime.secret.SecretUses;
import kz.tapbot.runtime.secret.ServerContents;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import kz.tapbot.runtime.spi.UnreachableException;

/** Looks at servers one by one, so that one that is not reached does not hide the others. */
public final class StatusReader {

    private static final int MOST_AT_ONCE = 16;

    private StatusReader() {}

    /** How the servers of a topology are. No secret is read for it. */
    public static Status read(Topology topology, Fleet.Means means) {
        Map<ServerName, Server> servers = new TreeMap<>();
        for (Server server : topology.servers()) {
            if (!server.planned()) {
                servers.put(server.name(), server);
            }
        }
        try (RunSecrets none = new RunSecrets(topology, SecretUses.of(List.of()), name -> null);
                Together together = new Together(Math.min(MOST_AT_ONCE, servers.size()))) {
            SessionContext context =
                    new SessionContext(topology.name(), new ServerContents(none, means.hashes()), means.who());
            Map<ServerName, ServerStatus> all = servers.isEmpty()
                    ? Map.of()
                    : together.map(servers.keySet(), name -> look(servers, name, means, context));
            return new Status(topology.name(), List.copyOf(all.values()));
        }
    }

    private static ServerStatus look(
            Map<ServerName, Server> servers, ServerName name, Fleet.Means means, SessionContext context) {
        Server server = servers.get(name);
        if (server == null) {
            throw new IllegalArgumentException("there is no server " + name);
        }
        try (Session session = means.driver().apply(server).open(server, context)) {
            return new ServerStatus(
                    name,
                    Optional.of(session.observe(List.of())),
                    usage(session),
                    session.state().holder(),
                    Optional.empty());
        } catch (UnreachableException e) {
            return new ServerStatus(
                    name,
                    Optional.empty(),
                    ServerUsage.UNKNOWN,
                    Optional.empty(),
                    Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** How a server is matters more than what it uses. */
    private static ServerUsage usage(Session session) {
        try {
            return session.daily().usage();
        } catch (OperationFailedException e) {
            return ServerUsage.UNKNOWN;
        }
    }
}
