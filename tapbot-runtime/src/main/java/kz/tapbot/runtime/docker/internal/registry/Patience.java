package kz.tapbot.runtime.docker.internal.registry;

import java.time.Duration;
import kz.tapbot.runtime.spi.OperationFailedException;

/** How long a registry that is busy is waited for, as it asks in {@code Retry-After}: three times, and a minute together. */
public final class Patience {

    /** The most time that is waited for one image. */
    public static final Duration MOST = Duration.ofMinutes(1);

    private static final int MOST_TIMES = 3;

    private Duration left = MOST;
    private int times;

    /** Full. */
    public Patience() {}

    /** Whether so long can still be waited. */
    public boolean allows(Duration asked) {
        return times < MOST_TIMES && asked.compareTo(left) <= 0;
    }

    /**
     * Waits.
     *
     * @throws OperationFailedException if the thread is interrupted meanwhile
     */
    public void await(Duration asked) {
        left = left.minus(asked);
        times++;
        try {
            Thread.sleep(asked.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationFailedException("Waiting for the registry was interrupted.");
        }
    }

    /** What to tell whoever is asked for more than is waited. */
    public static String refusal(Duration asked) {
        return "the registry asks to wait " + asked.toSeconds() + " s, and a run waits three times and "
                + MOST.toSeconds() + " s at most: run it again after that time";
    }
}
