package kz.tapbot.runtime.apply;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks a run to stop. What is under way is ended in order: the running operation is finished, its change is taken back, locks are released.
 * Safe to use from any thread, and from an event listener.
 */
public final class CancelToken {

    private final AtomicBoolean asked = new AtomicBoolean();

    /** A token that nobody has used. */
    public CancelToken() {}

    /** Asks to stop. */
    public void cancel() {
        asked.set(true);
    }

    /** Whether it was asked to stop. */
    public boolean isCancelled() {
        return asked.get();
    }
}
