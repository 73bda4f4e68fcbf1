package kz.tapbot.model.network;

import java.util.Optional;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.place.Places;
import org.immutables.value.Value;

/** A container network (a Docker bridge) of a server. */
@Value.Immutable
public interface Network {

    /** Its name. */
    NetworkName name();

    /** Whether it has no way out and nothing on it can be published. */
    @Value.Default
    default boolean internal() {
        return false;
    }

    /** Its IPv4 block; Docker chooses one if absent. */
    Optional<Cidr> subnet();

    /** Its IPv6 block; no IPv6 if absent. */
    Optional<Cidr> subnetIpv6();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableNetwork.Builder {
        Builder() {}
    }
}
