package kz.tapbot.docker.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Does something when a time is over, such as closing a channel on which a thread waits, which has no time-out of its own.
 *
 * <p>Its one thread lives only while something is watched. A watch that ends in time costs two operations on a map: the thread
 * wakes at the earliest end it knew of, and not for each watch.
 */
final class Watchdog implements AutoCloseable {

    /** The watch of what has no limit. */
    private static final long NEVER = Long.MAX_VALUE;

    private final String name;
    private final long start = System.nanoTime();
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private @Nullable Thread thread;
    private long wakesAt = NEVER;
    private boolean closed;

    Watchdog(String name) {
        this.name = name;
    }

    /** From now on. Zero means no limit. What is to be done must not wait for anything. */
    Watch watch(Duration limit, Runnable onExpiry) {
        Watch watch = new Watch(limit.isZero() ? NEVER : now() + limit.toNanos(), onExpiry);
        watches.add(watch);
        if (watch.end != NEVER) {
            look(watch);
        }
        return watch;
    }

    private long now() {
        return System.nanoTime() - start;
    }

    private synchronized void look(Watch watch) {
        if (closed) {
            return;
        }
        if (thread == null) {
            thread = new Thread(this::run, name);
            thread.setDaemon(true);
            thread.start();
        } else if (watch.end < wakesAt) {
            notifyAll();
        }
    }

    private void run() {
        try {
            while (waitForTheNext()) {
                long now = now();
                for (Watch watch : watches) {
                    if (watch.end <= now && watch.cancel()) {
                        watch.onExpiry.run();
                    }
                }
            }
        } catch (InterruptedException e) {
            // Nobody but close() interrupts this thread.
        }
    }

    /** False when nothing is left to watch, and the thread ends. */
    private synchronized boolean waitForTheNext() throws InterruptedException {
        while (!closed) {
            wakesAt = watches.stream().mapToLong(watch -> watch.end).min().orElse(NEVER);
            if (wakesAt == NEVER) {
                break;
            }
            long rest = wakesAt - now();
            if (rest <= 0) {
                return true;
            }
            wait(rest / 1_000_000, (int) (rest % 1_000_000));
        }
        thread = null;
        return false;
    }

    /** Nothing expires any more, and the thread ends. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** One thing with one end. */
    final class Watch {

        private final long end;
        private final Runnable onExpiry;

        private Watch(long end, Runnable onExpiry) {
            this.end = end;
            this.onExpiry = onExpiry;
        }

        /** True if it is in time, and then it never expires; false if it has expired, or was cancelled before. */
        boolean cancel() {
            return watches.remove(this);
        }
    }
}
