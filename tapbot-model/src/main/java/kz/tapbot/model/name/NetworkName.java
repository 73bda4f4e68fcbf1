package kz.tapbot.model.name;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

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
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NetworkName of(String value) {
        return new NetworkName(value);
    }

    @Override
    public int compareTo(NetworkName other) {
        return value.compareTo(other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
