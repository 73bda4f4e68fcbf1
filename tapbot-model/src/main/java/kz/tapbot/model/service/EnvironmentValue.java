package kz.tapbot.model.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.value.Texts;

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

    /**
     * Checks a variable's name: letters, digits and underscores (POSIX.1-2017, 8.1), and none that changes which program runs.
     *
     * @throws InvalidValueException if it cannot be one
     */
    public static void checkName(String name) {
        boolean good = !name.isEmpty() && name.length() <= 200;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            good &= c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || i > 0 && c >= '0' && c <= '9';
        }
        if (!good || name.equals("PATH") || name.startsWith("LD_")) {
            throw new InvalidValueException(
                    ModelCode.BAD_ENVIRONMENT,
                    "An environment variable's name has letters, digits and underscores, no digit first, and is neither PATH nor begins "
                            + "with LD_, which would change what runs; " + InvalidValueException.show(name)
                            + " is not allowed.");
        }
    }

    private static void check(String text) {
        if (text.length() > MAX || text.indexOf('\0') >= 0) {
            throw new InvalidValueException(
                    ModelCode.BAD_ENVIRONMENT,
                    "An environment variable's value holds no NUL character and at most " + MAX + " characters.");
        }
        Texts.content("variable's value", text);
        if (text.contains("${")) {
            throw new InvalidValueException(
                    ModelCode.BAD_ENVIRONMENT,
                    "An environment variable's value holds ${...}, which Tapbot never replaces. Compute the value in Java.");
        }
    }
}
