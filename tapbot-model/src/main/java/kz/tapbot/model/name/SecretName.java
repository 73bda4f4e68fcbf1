package kz.tapbot.model.name;

import org.jspecify.annotations.Nullable;

/**
 * The name of a secret, unique in its topology.
 *
 * @param value the name, see {@link Name}
 */
public record SecretName(String value) implements Name, Comparable<SecretName> {

    /** Checks the name. */
    public SecretName {
        value = Names.check("secret name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static SecretName of(String value) {
        return new SecretName(value);
    }

    @Override
    public int compareTo(SecretName other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof SecretName that && value.equals(that.value);
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
