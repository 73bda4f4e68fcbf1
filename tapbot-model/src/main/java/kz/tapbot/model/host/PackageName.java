package kz.tapbot.model.host;

import java.util.regex.Pattern;

/**
 * The name of a Debian package (Debian Policy 5.6.1).
 *
 * @param value the text
 */
public record PackageName(String value) implements Comparable<PackageName> {

    private static final Pattern RULE = Pattern.compile("[a-z0-9][a-z0-9+.-]{1,99}");

    /** Checks the text. */
    public PackageName {
        value = SystemName.check("Debian package name", RULE, value);
    }

    /**
     * Of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static PackageName of(String value) {
        return new PackageName(value);
    }

    @Override
    public int compareTo(PackageName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
