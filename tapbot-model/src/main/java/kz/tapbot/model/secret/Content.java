package kz.tapbot.model.secret;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import kz.tapbot.model.name.SecretName;

/**
 * The content of a file or of a command's standard input: text with places for secrets.
 *
 * @param parts the pieces in their order
 */
public record Content(List<ContentPart> parts) {

    /** Copies the pieces. */
    public Content {
        parts = List.copyOf(parts);
    }

    /** Literal text only. */
    public static Content text(String text) {
        return new Content(List.of(ContentPart.text(text)));
    }

    /** One secret and nothing else. */
    public static Content secret(SecretName secret) {
        return new Content(List.of(ContentPart.secret(secret, SecretEncoding.RAW)));
    }

    /** Pieces in their order. */
    public static Content of(List<ContentPart> parts) {
        return new Content(parts);
    }

    /** The pieces in their order. */
    @Override
    public List<ContentPart> parts() {
        return parts;
    }

    /** The secrets that are used. */
    public NavigableSet<SecretName> secrets() {
        NavigableSet<SecretName> names = new TreeSet<>();
        parts.forEach(part -> part.secret().ifPresent(names::add));
        return names;
    }

    /** The text with every secret shown as {@code ‹secret name›}: for plans and people. */
    public String redacted() {
        StringBuilder out = new StringBuilder();
        for (ContentPart part : parts) {
            part.text().ifPresent(out::append);
            part.secret()
                    .ifPresent(secret -> out.append("‹secret ").append(secret).append('›'));
        }
        return out.toString();
    }
}
