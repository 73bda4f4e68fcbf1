package kz.tapbot.docker.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All connections of a client: those that serve, and those that wait for the next request. */
final class ConnectionPool {

    private static final String CLOSED = "the client was closed";

    private final Dialer dialer;
    private final Watchdog watchdog;
    private final Duration connectLimit;
    private final Duration idleTime;
    private final int mostIdle;
    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final Deque<Idle> idle = new ArrayDeque<>();
    private volatile boolean closed;

    ConnectionPool(Dialer dialer, Watchdog watchdog, Duration connectLimit, Duration idleTime, int mostIdle) {
        this.dialer = dialer;
        this.watchdog = watchdog;
        this.connectLimit = connectLimit;
        this.idleTime = idleTime;
        this.mostIdle = mostIdle;
    }

    /** The one that served last and still can, or null. */
    @Nullable Connection takeIdle() {
        while (true) {
            Idle last;
            synchronized (idle) {
                last = idle.pollLast();
            }
            if (last == null) {
                return null;
            }
            if (last.watch.cancel() && last.connection.isReusable()) {
                return last.connection;
            }
            discard(last.connection, "it was idle");
        }
    }

    /** A new one. */
    Connection dial() throws IOException {
        if (closed) {
            throw new IOException(CLOSED);
        }
        Connection connection = new Connection(dialer.open(connectLimit), watchdog);
        all.add(connection);
        if (closed) {
            discard(connection, CLOSED);
            throw new IOException(CLOSED);
        }
        return connection;
    }

    /** Keeps it for the next request if it can serve one. */
    void release(Connection connection) {
        if (mostIdle == 0 || closed || !connection.isReusable()) {
            discard(connection, "it was used up");
            return;
        }
        Idle kept = new Idle(connection, watchdog.watch(idleTime, () -> evict(connection)));
        Idle oldest;
        synchronized (idle) {
            idle.addLast(kept);
            oldest = idle.size() > mostIdle ? idle.pollFirst() : null;
        }
        if (oldest != null) {
            oldest.watch.cancel();
            discard(oldest.connection, "there were enough");
        }
        if (closed) {
            close();
        }
    }

    private void evict(Connection connection) {
        synchronized (idle) {
            idle.removeIf(each -> each.connection == connection);
        }
        discard(connection, "it was idle");
    }

    /** Closes it at once. */
    void discard(Connection connection, String reason) {
        all.remove(connection);
        connection.giveUp(reason);
    }

    /** Closes all; those who read or write fail. */
    void close() {
        closed = true;
        synchronized (idle) {
            idle.clear();
        }
        for (Connection connection : all) {
            discard(connection, CLOSED);
        }
    }

    /** One that waits, and the watch on how long. */
    private record Idle(Connection connection, Watchdog.Watch watch) {}
}
