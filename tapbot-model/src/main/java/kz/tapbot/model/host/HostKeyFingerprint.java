package kz.tapbot.model.host;

import java.util.regex.Pattern;

/**
 * The SHA-256 fingerprint of a host key as ssh-keygen(1) prints it.
 *
 * @param value the text
 */
public record HostKeyFingerprint(String value) implements Comparable<HostKeyFingerprint> {

    private static final Pattern RULE = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    /** Checks the text. */
    public HostKeyFingerprint {
        value = SystemName.check("host key fingerprint (SHA256: and 43 characters)", RULE, value);
    }

    /**
     * Of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static HostKeyFingerprint of(String value) {
        return new HostKeyFingerprint(value);
    }

    @Override
    public int compareTo(HostKeyFingerprint other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
