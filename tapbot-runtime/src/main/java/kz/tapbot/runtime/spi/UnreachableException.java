package kz.tapbot.runtime.spi;

import java.io.Serial;
import kz.tapbot.diagnostic.TapbotException;

/** A server cannot be reached, refuses the login, or the connection to it was lost. What was under way may or may not have happened. */
public final class UnreachableException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    /** With why. */
    public UnreachableException(String message) {
        super(message);
    }
}
