package kz.tapbot.model.name;

import org.jspecify.annotations.Nullable;

/**
 * The name of a set of addresses, unique in its topology.
 *
 * @param value the name, see {@link Name}
 */
public record AddressSetName(String value) implements Name, Comparable<AddressSetName> {

    /** Checks the name. */
    public AddressSetName {
        value = Names.check("address set name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static AddressSetName of(String value) {
        return new AddressSetName(value);
    }

    @Override
    public int compareTo(AddressSetName other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof AddressSetName that && value.equals(that.value);
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
