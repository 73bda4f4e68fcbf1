package kz.tapbot.runtime.cli.internal.option;

import java.io.Serial;
import kz.tapbot.diagnostic.TapbotException;

/** The command line cannot be understood or does not fit together: one line that says so, and one that helps. */
public final class UsageException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String hint;

    /** With what is wrong, and what to do. */
    public UsageException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** What to do. */
    public String hint() {
        return hint;
    }
}
