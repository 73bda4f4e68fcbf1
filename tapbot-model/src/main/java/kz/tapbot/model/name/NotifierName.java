package kz.tapbot.model.name;

import org.jspecify.annotations.Nullable;

/**
 * The name of a way to tell people, unique in its topology.
 *
 * @param value the name, see {@link Name}
 */
public record NotifierName(String value) implements Name, Comparable<NotifierName> {

    /** Checks the name. */
    public NotifierName {
        value = Names.check("notifier name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static NotifierName of(String value) {
        return new NotifierName(value);
    }

    @Override
    public int compareTo(NotifierName other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof NotifierName that && value.equals(that.value);
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
