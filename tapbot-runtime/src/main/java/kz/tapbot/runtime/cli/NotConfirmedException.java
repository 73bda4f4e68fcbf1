package kz.tapbot.runtime.cli;

import java.io.Serial;
import kz.tapbot.diagnostic.TapbotException;

/** Nobody said yes. Nothing was changed. */
final class NotConfirmedException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String hint;

    NotConfirmedException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
