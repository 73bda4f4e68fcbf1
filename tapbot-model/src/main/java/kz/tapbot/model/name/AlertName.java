package kz.tapbot.model.name;

/**
 * The name of an alert, unique in its topology.
 *
 * @param value the name, see {@link Name}
 */
public record AlertName(String value) implements Name, Comparable<AlertName> {

    /** Checks the name. */
    public AlertName {
        value = Names.check("alert name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static AlertName of(String value) {
        return new AlertName(value);
    }

    @Override
    public int compareTo(AlertName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
