package kz.tapbot.model.name;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a network of a server; the text form is {@code server/network}.
 *
 * @param server the server it is on
 * @param network its name there
 */
public record NetworkId(ServerName server, NetworkName network) implements Comparable<NetworkId> {

    /**
     * Reads the text form.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it is anything else
     */
    public static NetworkId of(String text) {
        String[] parts = Address.split("network reference", text, 2);
        return new NetworkId(ServerName.of(parts[0]), NetworkName.of(parts[1]));
    }

    /** The address of what is referred to. */
    public Address address() {
        return new Address("network", server.value() + "/" + network.value());
    }

    @Override
    public int compareTo(NetworkId other) {
        int order = server.compareTo(other.server);
        return order != 0 ? order : network.compareTo(other.network);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof NetworkId that && network.equals(that.network) && server.equals(that.server);
    }

    /** Spread, as the hashes of short names lie close together: with the usual 31 most services of a big estate would collide. */
    @Override
    public int hashCode() {
        return 0x9E3779B1 * server.hashCode() + network.hashCode();
    }

    @Override
    public String toString() {
        return server.value() + "/" + network.value();
    }
}
