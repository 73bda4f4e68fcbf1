package kz.tapbot.diagnostic;

import java.io.Serial;

/** The root of everything that Tapbot throws, but for mistakes in a single argument. Its message is meant for people. */
public abstract class TapbotException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** With a message. */
    protected TapbotException(String message) {
        super(message);
    }

    /** With a message and what led to it. */
    protected TapbotException(String message, Throwable cause) {
        super(message, cause);
    }
}
