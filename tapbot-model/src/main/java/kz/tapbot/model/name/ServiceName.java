package kz.tapbot.model.name;

import org.jspecify.annotations.Nullable;

/**
 * The name of a service, unique on its server.
 *
 * @param value the name, see {@link Name}
 */
public record ServiceName(String value) implements Name, Comparable<ServiceName> {

    /** Checks the name. */
    public ServiceName {
        value = Names.check("service name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static ServiceName of(String value) {
        return new ServiceName(value);
    }

    @Override
    public int compareTo(ServiceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof ServiceName that && value.equals(that.value);
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
