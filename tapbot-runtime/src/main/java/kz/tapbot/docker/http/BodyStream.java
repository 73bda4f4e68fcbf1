package kz.tapbot.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer. At its end the connection goes back to the pool. One thread reads; any thread may close, and then the
 * one that waits in a read fails at once.
 */
final class BodyStream extends InputStream {

    /** What a close reads of the rest, if it has come already, to save the connection. */
    private static final int MOST_DRAINED = 65_536;

    private static final Duration DRAIN_LIMIT = Duration.ofMillis(200);

    private final ConnectionPool pool;
    private final Connection connection;
    private final Framing framing;
    private final boolean keep;
    private final @Nullable HijackedInput input;
    private final String request;
    private final long most;
    private final ReentrantLock reading = new ReentrantLock();
    private final byte[] single = new byte[1];

    /** Who takes it out decides what becomes of the connection; empty when that is decided. */
    private final AtomicReference<@Nullable Connection> undecided;

    private long received;
    private boolean ended;
    private volatile boolean closed;

    BodyStream(
            ConnectionPool pool,
            Connection connection,
            Framing framing,
            boolean keep,
            @Nullable HijackedInput input,
            String request,
            long most) {
        this.pool = pool;
        this.connection = connection;
        this.framing = framing;
        this.keep = keep && framing.leavesConnection() && input == null;
        this.input = input;
        this.request = request;
        this.most = most;
        this.undecided = new AtomicReference<>(connection);
        if (framing.isAtEnd()) {
            end();
        }
    }

    @Override
    public int read() throws IOException {
        reading.lock();
        try {
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        } finally {
            reading.unlock();
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        reading.lock();
        try {
            if (closed) {
                throw new IOException(request + ": the answer is closed");
            }
            if (ended) {
                return -1;
            }
            int count = framing.read(connection, bytes, offset, length);
            if (count < 0 && connection.givenUpFor() != null) {
                throw new IOException(connection.givenUpFor());
            }
            received += Math.max(0, count);
            if (received > most) {
                throw new IOException("the engine sends an error of more than " + most + " bytes");
            }
            if (count < 0 || framing.isAtEnd()) {
                end();
            }
            return count;
        } catch (IOException e) {
            throw failure(e);
        } finally {
            reading.unlock();
        }
    }

    /** A fresh one each time, because some channels throw one and the same over and over. */
    private IOException failure(IOException cause) {
        String reason = connection.givenUpFor();
        discard("its answer could not be read");
        if (closed) {
            return new IOException(request + ": the answer was closed while it was read", cause);
        }
        return new IOException(request + ": " + (reason != null ? reason : cause.getMessage()), cause);
    }

    @Override
    public int available() throws IOException {
        return 0;
    }

    private void end() {
        ended = true;
        if (input != null) {
            input.stop();
        }
        Connection decided = undecided.getAndSet(null);
        if (decided == null) {
            return;
        }
        if (keep) {
            pool.release(decided);
        } else {
            pool.discard(decided, "it was used up");
        }
    }

    private void discard(String reason) {
        if (input != null) {
            input.stop();
        }
        Connection decided = undecided.getAndSet(null);
        if (decided != null) {
            pool.discard(decided, reason);
        }
    }

    /** Gives up what was not read. Does not wait for the engine. */
    @Override
    public void close() {
        if (keep && !closed && reading.tryLock()) {
            try {
                drain();
            } catch (IOException e) {
                // Then the connection is not saved.
            } finally {
                reading.unlock();
            }
        }
        closed = true;
        discard("its answer was closed");
    }

    /** A JSON parser stops at the last bracket; what ends the last chunk mostly has come too. */
    private void drain() throws IOException {
        if (ended) {
            return;
        }
        connection.readLimit(DRAIN_LIMIT);
        byte[] skipped = new byte[8192];
        for (int drained = 0; !ended && drained < MOST_DRAINED && connection.hasMore(); ) {
            int count = framing.read(connection, skipped, 0, skipped.length);
            if (count < 0 || framing.isAtEnd()) {
                end();
            }
            drained += count;
        }
    }
}
