package kz.tapbot.runtime.secret;

import java.io.Serial;

/** A source gave no usable value. The message never holds one. */
final class Unusable extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final SecretCode code;

    Unusable(SecretCode code, String detail) {
        super(detail);
        this.code = code;
    }

    SecretCode code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
