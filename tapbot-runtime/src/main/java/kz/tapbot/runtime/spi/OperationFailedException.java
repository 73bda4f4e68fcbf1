package kz.tapbot.runtime.spi;

import java.io.Serial;
import java.util.List;
import kz.tapbot.diagnostic.TapbotException;

/** An operation had no effect, or not the whole effect. The message says why in full sentences, without secrets. */
public final class OperationFailedException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<String> lines;

    /** With why. */
    public OperationFailedException(String message) {
        this(message, List.of());
    }

    /** With why, and what the thing itself said last: bounded and without control characters. */
    public OperationFailedException(String message, List<String> lines) {
        super(message);
        this.lines = List.copyOf(lines);
    }

    /** What the thing itself said last, such as the end of a container's log. */
    public List<String> lines() {
        return lines;
    }
}
