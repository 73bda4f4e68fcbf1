package kz.tapbot.model.name;

import java.util.Set;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/**
 * What is made inside a service, in a word: {@code database}, {@code collection}. It begins the address of what is made, so it is none of the
 * words that begin the address of something else on a server.
 *
 * @param value the name, see {@link Name}
 */
public record ProvisionKind(String value) implements Name, Comparable<ProvisionKind> {

    private static final Set<String> TAKEN = Set.of(
            "container",
            "directory",
            "engine",
            "file",
            "firewall",
            "firewall-rule",
            "host-service",
            "jail",
            "network",
            "package",
            "server",
            "service",
            "sshd",
            "sudo",
            "swap",
            "sysctl",
            "time-zone",
            "unit",
            "user",
            "volume");

    /** Checks the name. */
    public ProvisionKind {
        value = Names.check("provision's kind", value);
        if (TAKEN.contains(value)) {
            throw new InvalidValueException(
                    ModelCode.RESERVED_NAME,
                    "The provision's kind \"" + value
                            + "\" is reserved: plans and journals call something else on a server so. "
                            + "Say of which product it is, for example \"postgres-" + value + "\".");
        }
    }

    /**
     * The name of that text.
     *
     * @throws InvalidValueException if it breaks the rule
     */
    public static ProvisionKind of(String value) {
        return new ProvisionKind(value);
    }

    @Override
    public int compareTo(ProvisionKind other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
