package kz.tapbot.docker.http;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/**
 * An engine could not be reached, or not be asked, or gave no answer. Its message says which engine, which request (without its
 * query and its headers) and why.
 */
public final class EngineConnectionException extends UncheckedIOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String engine;
    private final boolean mayHaveActed;

    EngineConnectionException(String engine, String what, boolean mayHaveActed, IOException cause) {
        super(engine + ": " + what, cause);
        this.engine = engine;
        this.mayHaveActed = mayHaveActed;
    }

    /** The name of the engine, as its {@link Dialer} says it. */
    public String engine() {
        return engine;
    }

    /** Whether the engine may have done what it was asked, so that only a harmless request may be repeated unseen. */
    public boolean mayHaveActed() {
        return mayHaveActed;
    }
}
