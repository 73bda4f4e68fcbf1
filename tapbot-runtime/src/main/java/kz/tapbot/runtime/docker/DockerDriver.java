package kz.tapbot.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import java.util.function.Function;
import kz.tapbot.docker.http.ChannelHttpClient;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.docker.http.EngineConnectionException;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.EngineResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import kz.tapbot.runtime.spi.UnreachableException;
import kz.tapbot.ssh.SshException;

/**
 * The driver of container engines that somebody else runs: Docker Engine 20.10 (API 1.41) and later. It manages networks, volumes, containers and what
 * is made inside services, and nothing of the server around the engine.
 *
 * <p>What it keeps for itself is on the engine, in the volume {@code tapbot-state}. Nothing is read from the environment or from
 * {@code ~/.docker}.
 */
public final class DockerDriver implements Driver {

    private final Function<Server, Dialer> dialers;

    /** Of the engine on this machine, at {@code /var/run/docker.sock}; it is taken for the first server that is opened, and for no other. */
    public DockerDriver() {
        this(Engines.local());
    }

    /** Of the engines that are dialled so. A dialer is asked for a session each, and closed with it if it is {@link java.io.Closeable}. */
    public DockerDriver(Function<Server, Dialer> dialers) {
        this.dialers = dialers;
    }

    @Override
    public String name() {
        return "docker";
    }

    /**
     * Of the engines at {@code unix:///path}, {@code tcp://host:port} or {@code ssh://user@host:port/path}: one, or {@code SERVER=ADDRESS} for each with
     * commas between; or {@code ssh} for all servers by the SSH access that the topology declares. Host keys are those of the topology. After
     * {@code ?key=/path} comes the key to log in with, after {@code ?agent=/path} the socket of an agent; without, it is the agent at
     * {@code $SSH_AUTH_SOCK}, and that is all that is read from the environment.
     */
    @Override
    public Driver at(String where) {
        return new DockerDriver(Engines.at(where));
    }

    @Override
    public boolean manages(Resource resource) {
        return resource instanceof EngineResource && !(resource instanceof DaemonResource);
    }

    @Override
    public Session open(Server server, SessionContext context) {
        Dialer dialer = dialers.apply(server);
        ChannelHttpClient http = ChannelHttpClient.builder(dialer).build();
        try {
            DockerClient client = DockerClients.over(http);
            return new DockerSession(new Engine(server.name(), dialer, client, http), server, context);
        } catch (EngineConnectionException e) {
            http.close();
            Engine.hangUp(dialer);
            throw unreachable(server.name(), dialer, e);
        }
    }

    static UnreachableException unreachable(ServerName server, Dialer dialer, EngineConnectionException e) {
        return new UnreachableException(
                "The engine of server " + server + " (" + dialer.name() + ") cannot be reached: " + why(e));
    }

    /** What SSH says is whole sentences that are safe to show, longer than a line where they name host keys. */
    private static String why(EngineConnectionException e) {
        return e.getCause() instanceof SshException ssh
                ? String.valueOf(ssh.getMessage())
                : Cleaned.line(String.valueOf(e.getMessage())) + ".";
    }
}
