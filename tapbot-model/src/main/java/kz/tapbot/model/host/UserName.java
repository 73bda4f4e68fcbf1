package kz.tapbot.model.host;

import java.util.regex.Pattern;

/**
 * The name of a Unix user other than root, as useradd(8) accepts it everywhere.
 *
 * @param value the text
 */
public record UserName(String value) implements Comparable<UserName> {

    private static final Pattern RULE = Pattern.compile("(?!root$)[a-z_][a-z0-9_-]{0,31}");

    /** Checks the text. */
    public UserName {
        value = SystemName.check("user name (lower-case letters, digits, _ and -, 1 to 32, not root)", RULE, value);
    }

    /**
     * Of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static UserName of(String value) {
        return new UserName(value);
    }

    @Override
    public int compareTo(UserName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
