package kz.tapbot.model.name;

import org.jspecify.annotations.Nullable;

/**
 * The name of a server, unique in its topology.
 *
 * @param value the name, see {@link Name}
 */
public record ServerName(String value) implements Name, Comparable<ServerName> {

    /** Checks the name. */
    public ServerName {
        value = Names.check("server name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static ServerName of(String value) {
        return new ServerName(value);
    }

    @Override
    public int compareTo(ServerName other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof ServerName that && value.equals(that.value);
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
