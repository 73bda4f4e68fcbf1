package kz.tapbot.model.service;

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
     * Checks that a name can be passed on at all (environ(7)): 1 to 200 printable ASCII characters without space and equals sign. Whether
     * it is wise, such as {@code LD_PRELOAD}, is judged with the topology.
     *
     * @throws InvalidValueException if it cannot be passed on
     */
    public static void checkName(String name) {
        boolean good = !name.isEmpty() && name.length() <= 200;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            good &= c > ' ' && c < 0x7f && c != '=';
        }
        if (!good) {
            throw new InvalidValueException(
                    ModelCode.BAD_ENVIRONMENT,
                    "An environment variable's name has 1 to 200 printable characters, no space and no equals sign among them; "
                            + InvalidValueException.show(name) + " cannot be passed on.");
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
