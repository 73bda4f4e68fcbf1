package kz.tapbot.runtime.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import kz.tapbot.runtime.memory.internal.machine.Pulse;

/**
 * The time of an estate. It begins on 2026-01-01 and stands still until it is moved. Whoever waits on a simulated server, for a container's health or for
 * a login that is not answered, waits in simulated time: on that container or that server alone, so that what runs side by side is not disturbed.
 */
public final class MemoryClock implements InstantSource {

    private final AtomicLong nanos = new AtomicLong();

    MemoryClock() {}

    @Override
    public Instant instant() {
        return Pulse.BEGIN.plusNanos(nanos.get());
    }

    /** Lets time pass on all servers. */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time goes forward only, not by " + time + ".");
        }
        nanos.addAndGet(time.toNanos());
    }

    AtomicLong nanos() {
        return nanos;
    }
}
