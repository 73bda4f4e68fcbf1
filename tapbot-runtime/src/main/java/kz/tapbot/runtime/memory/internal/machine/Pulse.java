package kz.tapbot.runtime.memory.internal.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The time of a simulated server: the estate's, and what passed on this server alone while somebody waited for it. */
public final class Pulse {

    /** When every simulation begins. */
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicLong estate;
    private final AtomicLong own = new AtomicLong();

    /** Beating with the estate's seconds. */
    public Pulse(AtomicLong estate) {
        this.estate = estate;
    }

    /** The time on this server. */
    public Instant now() {
        return BEGIN.plusNanos(estate.get() + own.get());
    }

    /** Lets time pass on this server. */
    public void pass(Duration time) {
        own.addAndGet(time.toNanos());
    }
}
