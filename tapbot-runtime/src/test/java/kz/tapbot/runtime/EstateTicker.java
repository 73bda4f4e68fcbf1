package kz.tapbot.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.tapbot.runtime.fleet.Ticker;
import kz.tapbot.runtime.memory.MemoryEstate;
import org.jspecify.annotations.Nullable;

/** The time of simulated servers: it stands still but for pauses, and nobody waits for it. */
public final class EstateTicker implements Ticker {

    private final MemoryEstate estate;

    /** The time of these servers. */
    public EstateTicker(MemoryEstate estate) {
        this.estate = estate;
    }

    @Override
    public Instant now() {
        return estate.clock().instant();
    }

    @Override
    public long nanos() {
        return Duration.between(Instant.EPOCH, now()).toNanos();
    }

    @Override
    public void pause(Duration time) {
        estate.clock().advance(time);
    }

    @Override
    public <T> @Nullable T next(BlockingQueue<T> queue, Duration within) throws InterruptedException {
        return queue.poll(1, TimeUnit.MINUTES);
    }
}
