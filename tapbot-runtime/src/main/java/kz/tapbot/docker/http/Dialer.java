package kz.tapbot.docker.http;

import java.io.IOException;
import java.time.Duration;

/** Opens channels to one engine. Safe for many threads. */
public interface Dialer {

    /**
     * Opens a new channel.
     *
     * @param limit how long it may take; zero means no limit
     * @throws java.net.SocketTimeoutException if it takes longer
     * @throws IOException if the engine cannot be reached, with the reason
     */
    Duplex open(Duration limit) throws IOException;

    /** The engine's name in every message, such as {@code unix:///run/docker.sock}. Holds no secret. */
    String name();
}
