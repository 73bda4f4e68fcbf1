package kz.tapbot.ssh;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things when a time is over, and such that must not keep their caller waiting. One daemon thread, which ends with the connection. */
final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor executor;

    Deadlines(String name) {
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    /** The watch ends when the result is closed. */
    Watch after(Duration limit, Runnable onExpiry) {
        Watch watch = new Watch(onExpiry);
        try {
            watch.future = executor.schedule(watch, limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The connection ends, and all waiting with it.
        }
        return watch;
    }

    void every(Duration time, Runnable work) {
        var unused = executor.scheduleWithFixedDelay(work, time.toNanos(), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Soon, in the order of the calls. */
    void soon(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            // The connection ends, and with it what this was for.
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /** One time that runs. */
    static final class Watch implements Runnable, AutoCloseable {

        private final Runnable onExpiry;
        private volatile Future<?> future = java.util.concurrent.CompletableFuture.completedFuture(null);
        private volatile boolean expired;

        private Watch(Runnable onExpiry) {
            this.onExpiry = onExpiry;
        }

        @Override
        public void run() {
            expired = true;
            onExpiry.run();
        }

        boolean isExpired() {
            return expired;
        }

        @Override
        public void close() {
            future.cancel(false);
        }
    }
}
