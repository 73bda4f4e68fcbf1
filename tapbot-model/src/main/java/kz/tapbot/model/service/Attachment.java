package kz.tapbot.model.service;

import java.util.List;
import kz.tapbot.model.name.NetworkId;

/**
 * A service's place on a network.
 *
 * @param network the network, on the service's own server
 * @param aliases further names by which others on the network reach it, sorted
 */
public record Attachment(NetworkId network, List<String> aliases) implements Comparable<Attachment> {

    /** Sorts the aliases. */
    public Attachment {
        aliases = aliases.stream().sorted().distinct().toList();
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
