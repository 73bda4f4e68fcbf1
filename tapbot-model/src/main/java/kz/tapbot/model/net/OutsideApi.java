package kz.tapbot.model.net;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.OutsideApiName;
import kz.tapbot.model.place.Places;
import org.immutables.value.Value;

/** A service of somebody else that services of the estate depend on. */
@Value.Immutable
@JsonDeserialize(builder = OutsideApi.Builder.class)
public interface OutsideApi {

    /** Its name. */
    OutsideApiName name();

    /** Its host. */
    HostName host();

    /** Its port. */
    Port port();

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
        return Address.of("outside", name());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableOutsideApi.Builder {
        Builder() {}
    }
}
