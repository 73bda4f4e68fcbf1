package kz.tapbot.model.link;

import java.util.SortedSet;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.InvalidValueException;
import org.immutables.value.Value;

/** A private encrypted link between servers (WireGuard). */
@Value.Immutable
public interface Link {

    /** Its name. */
    LinkName name();

    /** The servers it joins, two or more. */
    @Value.NaturalOrder
    SortedSet<ServerName> servers();

    /** The addresses inside it. */
    Cidr subnet();

    /** The UDP port it uses on each server; 51820 is WireGuard's own. */
    @Value.Default
    default int port() {
        return 51_820;
    }

    /** The how-manieth keys its servers have; to give them new ones, say one more. */
    @Value.Default
    default int keys() {
        return 1;
    }

    /** Who may reach what over it. */
    @Value.NaturalOrder
    SortedSet<LinkPermit> permits();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    default Address address() {
        return Address.of("link", name());
    }

    /** Checks the port and the number of the keys. */
    @Value.Check
    default void check() {
        Port.udp(port());
        keyNumber(keys());
    }

    /**
     * The number of a link's keys, if it is one.
     *
     * @throws InvalidValueException if it is not between 1 and 9999
     */
    static int keyNumber(int number) {
        if (number < 1 || number > 9999) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "The keys of a link are counted from 1 to 9999, not " + number + ".");
        }
        return number;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableLink.Builder {
        Builder() {}
    }
}
