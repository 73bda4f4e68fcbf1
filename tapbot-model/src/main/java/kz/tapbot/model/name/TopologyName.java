package kz.tapbot.model.name;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The name of a topology.
 *
 * @param value the name, see {@link Name}
 */
public record TopologyName(String value) implements Name, Comparable<TopologyName> {

    /** Checks the name. */
    public TopologyName {
        value = Names.check("topology name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TopologyName of(String value) {
        return new TopologyName(value);
    }

    @Override
    public int compareTo(TopologyName other) {
        return value.compareTo(other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
