package kz.tapbot.runtime.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time, as a run sees it and waits for it. Given from outside so that tests need not wait. */
public interface Ticker {

    /** Now. */
    Instant now();

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
        public void pause(Duration time) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }

        @Override
        public <T> @Nullable T next(BlockingQueue<T> queue, Duration within) throws InterruptedException {
            return queue.poll(within.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
