package kz.tapbot.model.net;

import java.net.IDN;
import java.util.Locale;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * A fully qualified host or domain name of at least two labels (RFC 1123), in lower case and in its ASCII form; other scripts are
 * converted by IDNA (RFC 3490).
 *
 * @param value the ASCII form, without a dot at the end
 */
public record HostName(String value) implements Comparable<HostName> {

    private static final int LONGEST = 253;

    private static final int LONGEST_LABEL = 63;

    /** Checks the name and brings it into its ASCII form. */
    public HostName {
        value = check(value);
    }

    /**
     * The name of that text.
     *
     * @throws InvalidValueException if it cannot be a host name
     */
    public static HostName of(String text) {
        return new HostName(text);
    }

    /** The name with a label put in front. */
    public HostName child(String label) {
        return new HostName(label + "." + value);
    }

    /** Whether this name is the other or lies below it. */
    public boolean isWithin(HostName parent) {
        return value.equals(parent.value) || value.endsWith("." + parent.value);
    }

    private static String check(String text) {
        String ascii = toAscii(text);
        if (ascii.length() > LONGEST || !isName(ascii)) {
            throw new InvalidValueException(
                    ModelCode.BAD_HOST_NAME,
                    "A host name has at least two labels of letters, digits and hyphens, for example app.example.com; "
                            + InvalidValueException.show(text) + " is not one.");
        }
        return ascii;
    }

    private static boolean isName(String ascii) {
        int labels = 0;
        int start = 0;
        boolean number = false;
        while (start <= ascii.length()) {
            int dot = ascii.indexOf('.', start);
            int end = dot < 0 ? ascii.length() : dot;
            if (!isLabel(ascii, start, end)) {
                return false;
            }
            number = isNumber(ascii, start, end);
            labels++;
            start = end + 1;
        }
        return labels >= 2 && !number;
    }

    private static boolean isLabel(String text, int start, int end) {
        boolean good = end > start && end - start <= LONGEST_LABEL;
        for (int i = start; good && i < end; i++) {
            char c = text.charAt(i);
            boolean inner = i > start && i < end - 1;
            good = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && inner;
        }
        return good;
    }

    private static boolean isNumber(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The ASCII form; empty if there is none. Characters that IDNA drops in silence are refused: two names would look like one. */
    private static String toAscii(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain &= c < 0x80;
            boolean dropped = Character.getType(c) == Character.FORMAT
                    || c == 0x034f
                    || c >= 0x180b && c <= 0x180d
                    || c >= 0xfe00 && c <= 0xfe0f;
            if (dropped) {
                return "";
            }
        }
        if (plain || text.length() > LONGEST) {
            return text.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public int compareTo(HostName other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof HostName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
