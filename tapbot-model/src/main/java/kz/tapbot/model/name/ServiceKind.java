package kz.tapbot.model.name;

/**
 * The name of a kind of service, such as {@code postgres}.
 *
 * @param value the name, see {@link Name}
 */
public record ServiceKind(String value) implements Name, Comparable<ServiceKind> {

    /** Checks the name. */
    public ServiceKind {
        value = Names.check("service kind", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static ServiceKind of(String value) {
        return new ServiceKind(value);
    }

    @Override
    public int compareTo(ServiceKind other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
