package kz.tapbot.diagnostic.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A stable code of something that can be wrong. Implemented by enums, one an area; the explanation of each code is a
 * Markdown resource named {@code codes/<id>.md} beside the implementing enum.
 */
public interface Code {

    /** The stable id, {@code TB} and four digits. */
    String id();

    /** How much it matters. */
    Severity severity();

    /** A short sentence that is always the same and holds nothing of the user's. */
    String summary();

    /**
     * The explanation for people: what is wrong, why it matters, how to mend it, with an example.
     *
     * @throws IllegalStateException if the explanation was not packaged, which a test rules out
     */
    default String explanation() {
        Class<?> owner = getDeclaringType();
        try (InputStream in = owner.getResourceAsStream("codes/" + id() + ".md")) {
            if (in == null) {
                throw new IllegalStateException("no explanation is packaged for " + id());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Class<?> getDeclaringType() {
        return this instanceof Enum<?> constant ? constant.getDeclaringClass() : getClass();
    }
}
