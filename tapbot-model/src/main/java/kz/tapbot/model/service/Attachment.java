package kz.tapbot.model.service;

import java.util.List;
import java.util.TreeSet;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.value.InvalidValueException;

/**
 * A service's place on a network.
 *
 * @param network the network, on the service's own server
 * @param aliases further names by which others on the network reach it, sorted
 */
public record Attachment(NetworkId network, List<String> aliases) implements Comparable<Attachment> {

    /** Checks and sorts the aliases. */
    public Attachment {
        aliases.forEach(Attachment::check);
        aliases = aliases.isEmpty() ? List.of() : List.copyOf(new TreeSet<>(aliases));
    }

    private static void check(String alias) {
        boolean good = !alias.isEmpty() && alias.length() <= 253;
        for (int i = 0; i < alias.length(); i++) {
            char c = alias.charAt(i);
            boolean inner = i > 0 && i < alias.length() - 1;
            good &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || inner && (c == '-' || c == '.' || c == '_');
        }
        if (!good) {
            throw new InvalidValueException(
                    ModelCode.BAD_HOST_NAME,
                    "A name on a network has lower-case letters and digits, with hyphens, dots and underscores only inside, not "
                            + InvalidValueException.show(alias) + ".");
        }
    }

    /** Without further names. */
    public static Attachment to(NetworkId network) {
        return new Attachment(network, List.of());
    }

    @Override
    public int compareTo(Attachment other) {
        int order = network.compareTo(other.network);
        return order != 0 ? order : aliases.toString().compareTo(other.aliases.toString());
    }
}
