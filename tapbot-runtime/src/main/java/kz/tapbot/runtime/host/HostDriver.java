package kz.tapbot.runtime.host;

import java.util.function.Function;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.internal.access.SshTargets;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import kz.tapbot.runtime.spi.UnreachableException;
import kz.tapbot.ssh.SshConnection;
import kz.tapbot.ssh.SshException;
import kz.tapbot.ssh.SshTarget;

/**
 * The driver of whole servers: Debian 12 and what is like it, reached by SSH as root, or as a delegate who may deploy. It manages everything that a topology declares on a server, and the
 * containers over the same connection.
 *
 * <p>What it keeps for itself is on the server below {@code /var/lib/tapbot}. Nothing has to be installed there before, and nothing is read here but the
 * key to log in with.
 */
public final class HostDriver implements Driver {

    private final Function<Server, SshTarget> targets;

    /** Of servers as the topology declares their access, with the only key of the agent at {@code $SSH_AUTH_SOCK}. */
    public HostDriver() {
        this(server -> SshTargets.declared(SshTargets.login(null)).apply(server));
    }

    /** Of servers that are logged in to so. */
    public HostDriver(Function<Server, SshTarget> targets) {
        this.targets = targets;
    }

    @Override
    public String name() {
        return "ssh";
    }

    /** With the key in a file, {@code key=/path}, or that of another agent, {@code agent=/path}. */
    @Override
    public Driver at(String where) {
        return new HostDriver(SshTargets.declared(SshTargets.login(where)));
    }

    @Override
    public Session open(Server server, SessionContext context) {
        SshTarget target = target(server);
        try {
            SshConnection connection = SshConnection.open(target);
            HostSession session = new HostSession(connection, server, context);
            greet(session, server);
            return session;
        } catch (SshException e) {
            throw new UnreachableException("Server " + server.name() + " cannot be reached: " + e.getMessage());
        }
    }

    /** A login that lets nothing be done is none: a change that leads to that has to be taken back. */
    private static void greet(HostSession session, Server server) {
        try {
            session.greet();
        } catch (OperationFailedException e) {
            session.close();
            throw new UnreachableException(
                    "Server " + server.name() + " lets us in and lets us do nothing there: " + e.getMessage());
        } catch (UnreachableException e) {
            session.close();
            throw e;
        }
    }

    private SshTarget target(Server server) {
        try {
            return targets.apply(server);
        } catch (IllegalArgumentException e) {
            throw new UnreachableException("Server " + server.name() + " cannot be reached: " + e.getMessage());
        }
    }
}
