package kz.tapbot.model.name;

import org.jspecify.annotations.Nullable;

/**
 * The name of a container network, unique on its server.
 *
 * @param value the name, see {@link Name}
 */
public record NetworkName(String value) implements Name, Comparable<NetworkName> {

    /** Checks the name. */
    public NetworkName {
        value = Names.check("network name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static NetworkName of(String value) {
        return new NetworkName(value);
    }

    @Override
    public int compareTo(NetworkName other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof NetworkName that && value.equals(that.value);
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
