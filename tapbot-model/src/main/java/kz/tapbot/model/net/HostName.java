package kz.tapbot.model.net;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/**
 * A fully qualified host or domain name of at least two labels (RFC 1123), in lower case and in its ASCII form; other scripts are
 * converted by IDNA (RFC 3490).
 *
 * @param value the ASCII form, without a dot at the end
 */
public record HostName(String value) implements Comparable<HostName> {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** Checks the name and brings it into its ASCII form. */
    public HostName {
        value = check(value);
    }

    /**
     * The name of that text.
     *
     * @throws InvalidValueException if it cannot be a host name
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
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
        String[] labels = ascii.split("\\.", -1);
        boolean good = labels.length >= 2 && ascii.length() <= 253;
        for (String label : labels) {
            good &= LABEL.matcher(label).matches();
        }
        if (!good || NUMBER.matcher(labels[labels.length - 1]).matches()) {
            throw new InvalidValueException(
                    ModelCode.BAD_HOST_NAME,
                    "A host name has at least two labels of letters, digits and hyphens, for example app.example.com; "
                            + InvalidValueException.show(text) + " is not one.");
        }
        return ascii;
    }

    private static String toAscii(String text) {
        if (text.length() > 253) {
            return "";
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
    @JsonValue
    public String toString() {
        return value;
    }
}
