package kz.tapbot.model.name;

import org.jspecify.annotations.Nullable;

/**
 * The name of a volume, unique on its server.
 *
 * @param value the name, see {@link Name}
 */
public record VolumeName(String value) implements Name, Comparable<VolumeName> {

    /** Checks the name. */
    public VolumeName {
        value = Names.check("volume name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static VolumeName of(String value) {
        return new VolumeName(value);
    }

    @Override
    public int compareTo(VolumeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof VolumeName that && value.equals(that.value);
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
