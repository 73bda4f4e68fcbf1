package kz.tapbot.model.name;

/**
 * The name of a link between servers, unique in its topology.
 *
 * @param value the name, see {@link Name}
 */
public record LinkName(String value) implements Name, Comparable<LinkName> {

    /** Checks the name. */
    public LinkName {
        value = Names.check("link name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static LinkName of(String value) {
        return new LinkName(value);
    }

    @Override
    public int compareTo(LinkName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
