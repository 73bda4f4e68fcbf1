package kz.tapbot.docker.http;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.RemoteApiVersion;

/**
 * Ready docker-java clients over the transport of this package. Nothing is read from the environment, from system properties or
 * from {@code ~/.docker}, and no log tells what a container is given, at whatever level.
 *
 * <pre>{@code
 * try (DockerClient docker = DockerClients.connect(Dialers.unix(Path.of("/run/docker.sock")))) {
 *     docker.listContainersCmd().exec();
 * }
 * }</pre>
 */
public final class DockerClients {

    private DockerClients() {}

    /**
     * A client with the default limits that speaks the newest API version which both the engine and docker-java know.
     *
     * @throws EngineConnectionException if the engine cannot be reached, or there is no such version from 1.41 on
     */
    public static DockerClient connect(Dialer dialer) {
        return connect(ChannelHttpClient.builder(dialer));
    }

    /**
     * A client with limits of your own that speaks the newest API version which both the engine and docker-java know. Closing it
     * closes its connections.
     *
     * @throws EngineConnectionException if the engine cannot be reached, or there is no such version from 1.41 on
     */
    public static DockerClient connect(ChannelHttpClientBuilder settings) {
        ChannelHttpClient http = settings.build();
        try {
            return over(http);
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
    }

    /**
     * The same over a transport that is there already, and that stays open if this fails.
     *
     * @throws EngineConnectionException if the engine cannot be reached, or there is no such version from 1.41 on
     */
    public static DockerClient over(ChannelHttpClient http) {
        return new DiscreetClient(new EngineConfig(VersionQuestion.ask(http)), http);
    }

    /** The newest API version that the engine and docker-java know. */
    public static RemoteApiVersion negotiate(ChannelHttpClient http) {
        return VersionQuestion.ask(http);
    }
}
