package kz.tapbot.model.host;

import java.util.regex.Pattern;

/**
 * The name of a kernel setting (sysctl.d(5)), such as {@code vm.overcommit_memory}.
 *
 * @param value the text
 */
public record SysctlKey(String value) implements Comparable<SysctlKey> {

    private static final Pattern RULE = Pattern.compile("[a-z0-9_]+(?:[./][A-Za-z0-9_-]+)+");

    /** Checks the text. */
    public SysctlKey {
        value = SystemName.check("sysctl key", RULE, value);
    }

    /**
     * Of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static SysctlKey of(String value) {
        return new SysctlKey(value);
    }

    @Override
    public int compareTo(SysctlKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
