package kz.tapbot.model.secret;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.place.Places;
import org.immutables.value.Value;

/** A secret: a name and a source, never a value. */
@Value.Immutable
public interface SecretDeclaration {

    /** Its name. */
    SecretName name();

    /** Where its value comes from. */
    SecretSource source();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    default Address address() {
        return Address.of("secret", name());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableSecretDeclaration.Builder {
        Builder() {}
    }
}
