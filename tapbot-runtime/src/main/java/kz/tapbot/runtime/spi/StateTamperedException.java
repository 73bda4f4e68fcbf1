package kz.tapbot.runtime.spi;

import java.io.Serial;
import kz.tapbot.diagnostic.TapbotException;

/** Where Tapbot keeps what it needs on a server, something stands that it neither reads nor writes: a link, a pipe, a device. Nothing was changed. */
public final class StateTamperedException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    /** With what stands where, and what to do. */
    public StateTamperedException(String message) {
        super(message);
    }
}
