package kz.tapbot.model.net;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.OutsideApiName;
import kz.tapbot.model.place.Places;
import org.immutables.value.Value;

/** A service of somebody else that services of the estate depend on. */
@Value.Immutable
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
    default Places places() {
        return Places.none();
    }

    /** Its address. */
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
