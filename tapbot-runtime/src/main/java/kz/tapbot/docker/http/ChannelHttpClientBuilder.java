package kz.tapbot.docker.http;

import java.time.Duration;
import java.util.Objects;

/** The settings of a {@link ChannelHttpClient}. All have defaults. */
public final class ChannelHttpClientBuilder {

    final Dialer dialer;
    Duration connectLimit = Duration.ofSeconds(10);
    Duration responseLimit = Duration.ofMinutes(2);
    Duration idleTime = Duration.ofSeconds(30);
    int mostIdle = 8;
    int mostHeaderBytes = 65_536;

    ChannelHttpClientBuilder(Dialer dialer) {
        this.dialer = Objects.requireNonNull(dialer, "dialer");
    }

    private ChannelHttpClientBuilder(ChannelHttpClientBuilder other) {
        this.dialer = other.dialer;
        this.connectLimit = other.connectLimit;
        this.responseLimit = other.responseLimit;
        this.idleTime = other.idleTime;
        this.mostIdle = other.mostIdle;
        this.mostHeaderBytes = other.mostHeaderBytes;
    }

    /** How long it may take to open a channel. Default 10 s; zero means no limit. */
    public ChannelHttpClientBuilder connectLimit(Duration limit) {
        this.connectLimit = checked(limit);
        return this;
    }

    /**
     * How long an engine may take for the head of an answer, for a next piece of an ordinary body, and to accept a piece of a
     * request. Default 2 min; zero means no limit.
     *
     * <p>Streams such as logs, events, wait and attached processes have to begin in time and may then be silent for ever. Work
     * that shows its first byte late (pull, push, load, build, commit, export, archives, prune, and a stop without a time) has
     * no limit; a stop with a time has that much more.
     */
    public ChannelHttpClientBuilder responseLimit(Duration limit) {
        this.responseLimit = checked(limit);
        return this;
    }

    /** How long a connection is kept for a next request. Default 30 s; zero means as long as the client. */
    public ChannelHttpClientBuilder idleTime(Duration time) {
        this.idleTime = checked(time);
        return this;
    }

    /**
     * How many connections are kept for next requests. Default 8, none with 0. How many are open at once is not limited.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ChannelHttpClientBuilder mostIdle(int connections) {
        if (connections < 0) {
            throw new IllegalArgumentException("mostIdle is negative: " + connections);
        }
        this.mostIdle = connections;
        return this;
    }

    /**
     * How large the head of an answer, or the trailers of one, may be. Default 65,536 bytes.
     *
     * @throws IllegalArgumentException if it is below 256
     */
    public ChannelHttpClientBuilder mostHeaderBytes(int bytes) {
        if (bytes < 256) {
            throw new IllegalArgumentException("mostHeaderBytes is below 256: " + bytes);
        }
        this.mostHeaderBytes = bytes;
        return this;
    }

    private static Duration checked(Duration limit) {
        if (limit.isNegative() || limit.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException("not between 0 and 365 days: " + limit);
        }
        return limit;
    }

    /** The client. It opens no connection yet. */
    public ChannelHttpClient build() {
        return new ChannelHttpClient(new ChannelHttpClientBuilder(this));
    }
}
