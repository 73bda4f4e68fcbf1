package kz.tapbot.docker.http;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;

/**
 * docker-java's HTTP client over any byte channel. Safe for many threads; each answer takes a connection until it is read to the
 * end or closed.
 *
 * <p>A request is repeated only if it is a GET or HEAD and failed before the first byte of an answer on a connection that had
 * served before, which the engine may have ended in the meantime. Attached processes see the end of their input.
 */
public final class ChannelHttpClient implements DockerHttpClient {

    /** How long an engine that stopped reading a request may take to say why. */
    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    private static final long MOST_OF_AN_ERROR = 1 << 20;

    private final String engine;
    private final ChannelHttpClientBuilder settings;
    private final Watchdog watchdog;
    private final ConnectionPool pool;

    ChannelHttpClient(ChannelHttpClientBuilder settings) {
        this.engine = settings.dialer.name();
        this.settings = settings;
        this.watchdog = new Watchdog("docker-http-watchdog " + engine);
        this.pool = new ConnectionPool(
                settings.dialer, watchdog, settings.connectLimit, settings.idleTime, settings.mostIdle);
    }

    /** A client for the engine that this dialer reaches. */
    public static ChannelHttpClientBuilder builder(Dialer dialer) {
        return new ChannelHttpClientBuilder(dialer);
    }

    /**
     * Sends a request and waits for the head of its answer, whatever its status.
     *
     * @throws EngineConnectionException if there is no answer, or it is not HTTP/1, or the body to send cannot be read
     * @throws IllegalArgumentException if the request cannot be said in HTTP
     */
    @Override
    public Response execute(Request request) {
        OutgoingRequest outgoing = new OutgoingRequest(request);
        Connection idle = pool.takeIdle();
        if (idle != null) {
            try {
                return exchange(outgoing, idle);
            } catch (IOException e) {
                boolean repeat = mayRepeat(outgoing, idle, e);
                EngineConnectionException failure = failure(outgoing, idle, e);
                if (!repeat) {
                    throw failure;
                }
            }
        }
        Connection fresh;
        try {
            fresh = pool.dial();
        } catch (IOException e) {
            throw new EngineConnectionException(engine, "cannot be reached: " + reason(e), false, e);
        }
        try {
            return exchange(outgoing, fresh);
        } catch (IOException e) {
            throw failure(outgoing, fresh, e);
        }
    }

    /** Only what the engine had ended before it knew of the request: not a time-out, and not a thread's interruption. */
    private static boolean mayRepeat(OutgoingRequest outgoing, Connection connection, IOException e) {
        return outgoing.isRepeatable()
                && !connection.isAnswering()
                && connection.givenUpFor() == null
                && !(e instanceof ClosedByInterruptException);
    }

    private EngineConnectionException failure(OutgoingRequest outgoing, Connection connection, IOException e) {
        String givenUp = connection.givenUpFor();
        pool.discard(connection, "its request failed");
        String reason = givenUp != null ? givenUp : reason(e);
        return new EngineConnectionException(engine, outgoing.shown() + ": " + reason, true, e);
    }

    private static String reason(IOException e) {
        if (e instanceof ClosedByInterruptException) {
            return "the thread was interrupted";
        }
        String message = e.getMessage();
        return TlsReason.of(e).orElse(message == null ? e.getClass().getSimpleName() : message);
    }

    private Response exchange(OutgoingRequest outgoing, Connection connection) throws IOException {
        try {
            return tryExchange(outgoing, connection);
        } catch (RuntimeException | Error e) {
            pool.discard(connection, "its request failed");
            throw e;
        }
    }

    private Response tryExchange(OutgoingRequest outgoing, Connection connection) throws IOException {
        Patience patience = Patience.with(outgoing.target(), settings.responseLimit);
        connection.begin();
        ResponseHead head = head(outgoing, connection, patience);
        connection.readLimit(patience.body());
        Framing framing = head.status() == 101
                ? new Framing.UntilClose()
                : head.framing(outgoing.method(), settings.mostHeaderBytes);
        InputStream input = outgoing.hijackedInput();
        boolean hijacked = input != null && (head.status() == 101 || head.status() == 200);
        HijackedInput sending = hijacked && input != null
                ? HijackedInput.start(input, connection, "docker-http-stdin " + engine)
                : null;
        String shown = engine + ": " + outgoing.shown();
        // docker-java reads the text of an error as a whole.
        long most = head.status() >= 300 ? MOST_OF_AN_ERROR : Long.MAX_VALUE;
        return new ChannelResponse(
                head, new BodyStream(pool, connection, framing, head.keepsConnection(), sending, shown, most));
    }

    private ResponseHead head(OutgoingRequest outgoing, Connection connection, Patience patience) throws IOException {
        Duration limit = patience.head();
        IOException notSent = null;
        try {
            outgoing.writeTo(connection, settings.responseLimit);
        } catch (OutgoingBody.UnreadableException e) {
            throw e;
        } catch (IOException e) {
            if (connection.givenUpFor() != null || e instanceof ClosedByInterruptException) {
                throw e;
            }
            notSent = e;
            limit = LAST_WORD;
        }
        try {
            connection.readLimit(Duration.ZERO);
            HeadReader reader = new HeadReader(connection, settings.mostHeaderBytes);
            ResponseHead head = connection.within(limit, "gave no answer", reader::read);
            if (head.status() == 101 && outgoing.hijackedInput() == null) {
                throw new java.net.ProtocolException("the engine changes the protocol without being asked");
            }
            if (notSent == null) {
                return head;
            }
            // It answered before it had read all, and ended the connection: the next request needs another.
            return new ResponseHead(head.status(), false, head.headers());
        } catch (IOException e) {
            throw notSent != null ? notSent : e;
        }
    }

    /** For what is wrong with an answer as such. */
    EngineConnectionException failure(IOException e) {
        return new EngineConnectionException(engine, reason(e), false, e);
    }

    /** Closes all connections; requests and streams under way fail. No thread is left. */
    @Override
    public void close() {
        pool.close();
        watchdog.close();
    }

    @Override
    public String toString() {
        return "HTTP client for " + engine;
    }
}
