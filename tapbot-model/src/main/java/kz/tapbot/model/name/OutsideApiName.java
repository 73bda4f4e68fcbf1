package kz.tapbot.model.name;

/**
 * The name of a service of somebody else that the estate depends on, unique in its topology.
 *
 * @param value the name, see {@link Name}
 */
public record OutsideApiName(String value) implements Name, Comparable<OutsideApiName> {

    /** Checks the name. */
    public OutsideApiName {
        value = Names.check("outside API name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static OutsideApiName of(String value) {
        return new OutsideApiName(value);
    }

    @Override
    public int compareTo(OutsideApiName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
