package kz.tapbot.runtime.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import kz.tapbot.model.secret.SecretSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of a secret from its source. One line break at the end of a file's or a command's text is not part of the value, because
 * editors and {@code echo} put it there; everything else is.
 */
final class SecretReader {

    /** The most bytes a secret has: more is a mistaken path. */
    static final int MOST = 65_536;

    private final Function<String, @Nullable String> environment;
    private final SecretCommand command;

    SecretReader(Function<String, @Nullable String> environment, SecretCommand command) {
        this.environment = environment;
        this.command = command;
    }

    SecretValue read(SecretSource source) throws Unusable {
        String first = source.arguments().isEmpty() ? "" : source.arguments().get(0);
        return switch (source.kind()) {
            case ENVIRONMENT -> variable(first);
            case FILE -> SecretFile.read(first);
            case COMMAND -> command.run(source.arguments());
            case GENERATED -> throw new IllegalArgumentException("generated secrets are kept on servers");
        };
    }

    private SecretValue variable(String name) throws Unusable {
        String value = environment.apply(name);
        if (value == null || value.isEmpty()) {
            throw new Unusable(
                    SecretCode.MISSING,
                    "It is read from the environment variable " + name + ", which is "
                            + (value == null ? "not set" : "empty")
                            + ". Set it for this run only, without leaving it in your shell's history:\n"
                            + "    read -rs " + name + " && export " + name);
        }
        return SecretValue.owning(value.toCharArray());
    }

    /** The characters of the bytes without one line break at the end; wipes the bytes. */
    static SecretValue decode(byte[] bytes, SecretCode code, String what) throws Unusable {
        try {
            CharBuffer characters = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            int length = characters.limit();
            length -= length > 0 && characters.get(length - 1) == '\n' ? 1 : 0;
            length -= length > 0 && length < characters.limit() && characters.get(length - 1) == '\r' ? 1 : 0;
            if (length == 0) {
                throw new Unusable(SecretCode.MISSING, what + " is empty. Put the value into it.");
            }
            char[] value = Arrays.copyOf(characters.array(), length);
            Arrays.fill(characters.array(), '\0');
            return SecretValue.owning(value);
        } catch (CharacterCodingException e) {
            throw new Unusable(
                    code, what + " holds bytes that are not UTF-8 text. Encode them, for example in base64.");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
