package kz.tapbot.runtime.host;

import kz.tapbot.docker.ssh.EngineWay;
import kz.tapbot.docker.ssh.SshDialer;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.docker.DockerDriver;
import kz.tapbot.runtime.host.internal.link.HostLink;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import kz.tapbot.runtime.spi.UnreachableException;
import org.jspecify.annotations.Nullable;

/** The engine on a server, which is spoken with over the same connection from when it is first asked for something. */
final class Inhabitant implements AutoCloseable {

    private final HostLink link;
    private final Server server;
    private final SessionContext context;
    private @Nullable Session session;

    Inhabitant(HostLink link, Server server, SessionContext context) {
        this.link = link;
        this.server = server;
        this.context = context;
    }

    /**
     * A session on the engine.
     *
     * @throws OperationFailedException if it does not answer while the server does
     * @throws UnreachableException if the connection is lost
     */
    synchronized Session session() {
        link.refuseClosed();
        Session known = session;
        if (known == null) {
            try {
                known = new DockerDriver(any -> dialer(link)).open(server, context);
                session = known;
            } catch (UnreachableException e) {
                if (!link.connection().isOpen()) {
                    throw e;
                }
                throw new OperationFailedException(
                        "The container engine of server " + server.name() + " does not answer: " + e.getMessage());
            }
        }
        return known;
    }

    /** The way to the engine over a login. */
    static SshDialer dialer(HostLink link) {
        return switch (link.door()) {
            case ROOT -> SshDialer.over(link.connection());
            case ENTER -> SshDialer.over(link.connection(), EngineWay.ENTRANCE);
            case ANYTHING -> SshDialer.over(link.connection(), EngineWay.SUDO_RELAY);
        };
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
        }
    }
}
