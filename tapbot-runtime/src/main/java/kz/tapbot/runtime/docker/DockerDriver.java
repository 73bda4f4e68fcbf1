package kz.tapbot.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import java.util.function.Function;
import kz.tapbot.docker.http.ChannelHttpClient;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.docker.http.EngineConnectionException;
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

    /** Of the engines that are dialled so. */
    public DockerDriver(Function<Server, Dialer> dialers) {
        this.dialers = dialers;
    }

    @Override
    public String name() {
        return "docker";
    }

    /** Of the engines at {@code unix:///path} or {@code tcp://host:port}: one, or {@code SERVER=ADDRESS} for each with commas between. */
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
            throw new UnreachableException("The engine of server " + server.name() + " (" + dialer.name()
                    + ") cannot be reached: " + Cleaned.line(String.valueOf(e.getMessage())) + ".");
        }
    }
}
