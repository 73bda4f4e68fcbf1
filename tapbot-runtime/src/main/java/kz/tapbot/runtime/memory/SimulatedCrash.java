package kz.tapbot.runtime.memory;

import java.io.Serial;

/**
 * The process that applies has died, as by {@code kill -9}: nothing of it does anything any more, and every session that it had throws this. An
 * {@link Error}, so that nothing but a test catches it.
 */
public final class SimulatedCrash extends Error {

    @Serial
    private static final long serialVersionUID = 1;

    SimulatedCrash(String when) {
        super("the applying process was killed " + when);
    }
}
