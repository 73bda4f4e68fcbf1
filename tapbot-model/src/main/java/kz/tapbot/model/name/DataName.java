package kz.tapbot.model.name;

import org.jspecify.annotations.Nullable;

/**
 * The name of something that a service stores, unique in its service.
 *
 * @param value the name, see {@link Name}
 */
public record DataName(String value) implements Name, Comparable<DataName> {

    /** Checks the name. */
    public DataName {
        value = Names.check("data name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static DataName of(String value) {
        return new DataName(value);
    }

    @Override
    public int compareTo(DataName other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof DataName that && value.equals(that.value);
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
