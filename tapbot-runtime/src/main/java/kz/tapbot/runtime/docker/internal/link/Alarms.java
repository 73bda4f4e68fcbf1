package kz.tapbot.runtime.docker.internal.link;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does something later, on one thread that is made when it is first needed and has ended when this is closed. */
public final class Alarms implements AutoCloseable {

    private @Nullable ScheduledExecutorService thread;
    private boolean closed;

    /** Without a thread yet. */
    public Alarms() {}

    /** Does it once, after that time. */
    public ScheduledFuture<?> after(Duration time, Runnable what) {
        return thread().schedule(what, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does it again and again. */
    public ScheduledFuture<?> every(Duration time, Runnable what) {
        return thread().scheduleWithFixedDelay(what, time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized ScheduledExecutorService thread() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread made = new Thread(task, "tapbot-engine-alarms");
                made.setDaemon(true);
                return made;
            });
        }
        return thread;
    }

    @Override
    public void close() {
        ScheduledExecutorService old;
        synchronized (this) {
            closed = true;
            old = thread;
        }
        if (old != null) {
            old.shutdownNow();
            try {
                old.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
