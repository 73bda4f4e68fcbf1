package kz.tapbot.model.name;

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
    public static TopologyName of(String value) {
        return new TopologyName(value);
    }

    @Override
    public int compareTo(TopologyName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
