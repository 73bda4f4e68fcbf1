package kz.tapbot.runtime.secret;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** How a value is written where it is used. */
final class Encodings {

    private static final String HEX = "0123456789abcdef";

    private Encodings() {}

    /**
     * A quoted literal of PostgreSQL, as its {@code quote_literal} makes it: quotes doubled, and the escape form only where there are
     * backslashes, so that it is read the same whatever {@code standard_conforming_strings} says (PostgreSQL manual, 4.1.2).
     */
    static void sqlLiteral(SecretValue value, ByteArrayOutputStream out) {
        StringBuilder text = new StringBuilder(value.length() + 8);
        boolean escaped = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.at(i);
            escaped |= c == '\\';
            text.append(c == '\'' ? "''" : c == '\\' ? "\\\\" : String.valueOf(c));
        }
        text.insert(0, escaped ? "E'" : "'").append('\'');
        write(text, out);
    }

    /** A quoted JSON string (RFC 8259, section 7). */
    static void jsonString(SecretValue value, ByteArrayOutputStream out) {
        StringBuilder text = new StringBuilder(value.length() + 8).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.at(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                text.append(c);
            }
        }
        write(text.append('"'), out);
    }

    static void raw(SecretValue value, ByteArrayOutputStream out) {
        byte[] bytes = value.bytes();
        out.writeBytes(bytes);
        Arrays.fill(bytes, (byte) 0);
    }

    /** Writes the text in UTF-8 and wipes it. */
    private static void write(StringBuilder text, ByteArrayOutputStream out) {
        char[] characters = new char[text.length()];
        text.getChars(0, text.length(), characters, 0);
        for (int i = 0; i < text.length(); i++) {
            text.setCharAt(i, '\0');
        }
        SecretValue written = SecretValue.owning(characters);
        raw(written, out);
        written.wipe();
    }
}
