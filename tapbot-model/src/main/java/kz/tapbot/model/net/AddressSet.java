package kz.tapbot.model.net;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.place.Places;
import org.immutables.value.Value;

/** A named set of addresses, such as those of the administrators. */
@Value.Immutable
@JsonDeserialize(builder = AddressSet.Builder.class)
public interface AddressSet {

    /** Its name. */
    AddressSetName name();

    /** The blocks in it. */
    @Value.NaturalOrder
    SortedSet<Cidr> blocks();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    @JsonIgnore
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    @JsonIgnore
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
