package kz.tapbot.model.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.value.InvalidValueException;

/**
 * The value of an environment variable: literal text, passed on as it is and never interpolated, or a secret for images that can take
 * it in no other way.
 *
 * @param text the text, if it is one
 * @param secret the secret, if it is one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EnvironmentValue(Optional<String> text, Optional<SecretName> secret) {

    private static final int MAX = 32_768;

    /** Checks that it is one of both, and can be passed on. */
    public EnvironmentValue {
        if (text.isPresent() == secret.isPresent()) {
            throw new InvalidValueException(
                    ModelCode.BAD_ENVIRONMENT, "An environment variable is either a text or a secret.");
        }
        text.ifPresent(EnvironmentValue::check);
    }

    /** Literal text. */
    public static EnvironmentValue text(String text) {
        return new EnvironmentValue(Optional.of(text), Optional.empty());
    }

    /** A secret, visible to whoever may inspect the container; use a file where the image can read one. */
    public static EnvironmentValue secret(SecretName secret) {
        return new EnvironmentValue(Optional.empty(), Optional.of(secret));
    }

    private static void check(String text) {
        if (text.length() > MAX || text.indexOf('\0') >= 0) {
            throw new InvalidValueException(
                    ModelCode.BAD_ENVIRONMENT,
                    "An environment variable's value holds no NUL character and at most " + MAX + " characters.");
        }
        if (text.contains("${")) {
            throw new InvalidValueException(
                    ModelCode.BAD_ENVIRONMENT,
                    "An environment variable's value holds ${…}, which Tapbot never replaces. Compute the value in Java.");
        }
    }
}
