package kz.tapbot.runtime.apply;

import java.io.Serial;
import kz.tapbot.diagnostic.TapbotException;

/** The run was asked to stop between two steps. */
final class Stopped extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final ApplyCode code;

    Stopped(ApplyCode code, String message) {
        super(message);
        this.code = code;
    }

    ApplyCode code() {
        return code;
    }
}
