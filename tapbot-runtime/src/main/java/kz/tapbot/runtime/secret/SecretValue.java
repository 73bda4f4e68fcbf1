package kz.tapbot.runtime.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The value of a secret, in characters that are wiped. It has no text form, is equal to nothing but itself, and is not serialised, so
 * that nothing shows it by mistake.
 */
public final class SecretValue {

    private final char[] characters;

    private SecretValue(char[] characters) {
        this.characters = characters;
    }

    /** A value that takes over the array, and wipes it in the end. */
    static SecretValue owning(char[] characters) {
        return new SecretValue(characters);
    }

    /** How many characters it has. */
    int length() {
        return characters.length;
    }

    /** A character of it. */
    char at(int index) {
        return characters[index];
    }

    /** A copy of the characters, to be wiped by the caller. */
    char[] copy() {
        return characters.clone();
    }

    /** Its bytes in UTF-8, to be wiped by the caller. */
    byte[] bytes() {
        ByteBuffer buffer = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        buffer.clear();
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0);
        }
        return bytes;
    }

    boolean sameAs(SecretValue other) {
        return Arrays.equals(characters, other.characters);
    }

    void wipe() {
        Arrays.fill(characters, '\0');
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "(secret value)";
    }
}
