package kz.tapbot.model.name;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;

/**
 * A reference to a network of a server; the text form is {@code server/network}.
 *
 * @param server the server it is on
 * @param network its name there
 */
public record NetworkId(ServerName server, NetworkName network) implements Comparable<NetworkId> {

    private static final Comparator<NetworkId> ORDER =
            Comparator.comparing(NetworkId::server).thenComparing(NetworkId::network);

    /**
     * Reads the text form.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it is anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
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
        return ORDER.compare(this, other);
    }

    @Override
    @JsonValue
    public String toString() {
        return server.value() + "/" + network.value();
    }
}
