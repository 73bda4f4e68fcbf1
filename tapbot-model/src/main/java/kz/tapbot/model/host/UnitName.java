package kz.tapbot.model.host;

import java.util.regex.Pattern;

/**
 * The full name of a systemd unit (systemd.unit(5)), such as {@code cron.service}.
 *
 * @param value the text
 */
public record UnitName(String value) implements Comparable<UnitName> {

    private static final Pattern RULE =
            Pattern.compile("[A-Za-z0-9_.@-]{1,200}\\.(?:service|socket|timer|path|target)");

    /** Checks the text. */
    public UnitName {
        value = SystemName.check("systemd unit name with its suffix", RULE, value);
    }

    /**
     * Of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static UnitName of(String value) {
        return new UnitName(value);
    }

    @Override
    public int compareTo(UnitName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
