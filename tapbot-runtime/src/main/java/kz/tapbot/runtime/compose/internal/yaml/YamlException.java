package kz.tapbot.runtime.compose.internal.yaml;

import java.io.Serial;

/** The text is no YAML, or more of it than is read. */
public final class YamlException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final int line;

    YamlException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }
}
