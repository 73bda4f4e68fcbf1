package kz.tapbot.runtime.spi;

import java.io.Serial;
import kz.tapbot.diagnostic.TapbotException;

/**
 * What Tapbot keeps on a server is there and cannot be read until something of its own is made again. Whoever only looks makes nothing; see
 * {@link HostState#mend()}.
 */
public final class StateMissingException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    /** With why, and what to do. */
    public StateMissingException(String message) {
        super(message);
    }
}
