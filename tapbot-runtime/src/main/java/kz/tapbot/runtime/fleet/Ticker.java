package kz.tapbot.runtime.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time, as a run sees it and waits for it. Given from outside so that tests need not wait. */
public interface Ticker {

    /** Now, as the clock shows it: to be told and written down. It may be set back or forward at any moment, so that nothing is measured by it. */
    Instant now();

    /** Nanoseconds since some moment, by which time is measured: no setting of a clock changes how it passes. */
    long nanos();

    /** How long it is since {@link #nanos} was this. */
    default Duration since(long nanos) {
        return Duration.ofNanos(nanos() - nanos);
    }

    /** Lets time pass. */
    void pause(Duration time) throws InterruptedException;

    /** The next thing of a queue, or null if none came within the time. */
    <T> @Nullable T next(BlockingQueue<T> queue, Duration within) throws InterruptedException;

    /** The time of this machine. */
    static Ticker system() {
        return SystemTicker.INSTANCE;
    }

    /** The time of this machine. */
    enum SystemTicker implements Ticker {
        /** The only one. */
        INSTANCE;

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }

        @Override
        public <T> @Nullable T next(BlockingQueue<T> queue, Duration within) throws InterruptedException {
            return queue.poll(within.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
