package kz.tapbot.model.secret;

import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.value.Texts;

/**
 * A piece of a file's content: literal text, or the place of a secret.
 *
 * @param text the text, if it is one
 * @param secret the secret, if it is one
 * @param encoding how the secret is written; absent for text
 */
public record ContentPart(Optional<String> text, Optional<SecretName> secret, Optional<SecretEncoding> encoding) {

    /** Checks that it is one of both. */
    public ContentPart {
        text.ifPresent(value -> Texts.content("file's text", value));
        if (text.isPresent() == secret.isPresent() || secret.isPresent() != encoding.isPresent()) {
            throw new InvalidValueException(
                    ModelCode.MISSING_PART, "A piece of content is either text, or a secret with its encoding.");
        }
    }

    /** Literal text. */
    public static ContentPart text(String text) {
        return new ContentPart(Optional.of(text), Optional.empty(), Optional.empty());
    }

    /** The place of a secret. */
    public static ContentPart secret(SecretName secret, SecretEncoding encoding) {
        return new ContentPart(Optional.empty(), Optional.of(secret), Optional.of(encoding));
    }
}
