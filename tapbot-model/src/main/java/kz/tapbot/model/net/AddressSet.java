package kz.tapbot.model.net;

import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.place.Places;
import org.immutables.value.Value;

/** A named set of addresses, such as those of the administrators. */
@Value.Immutable
public interface AddressSet {

    /** Its name. */
    AddressSetName name();

    /** The blocks in it. */
    @Value.NaturalOrder
    SortedSet<Cidr> blocks();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    default Address address() {
        return Address.of("addresses", name());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableAddressSet.Builder {
        Builder() {}
    }
}
