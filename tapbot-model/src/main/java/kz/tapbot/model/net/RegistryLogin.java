package kz.tapbot.model.net;

import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/** Who pulls images from a registry that does not give them to everybody. */
@Value.Immutable
public interface RegistryLogin {

    /** The registry. */
    RegistryHost registry();

    /** The name to log in by. */
    String user();

    /** The secret that is the password, or the access token. */
    SecretName password();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    default Address address() {
        return new Address("registry", registry().value());
    }

    /** Checks the user's name: basic authentication (RFC 7617) ends it at the first colon. */
    @Value.Check
    default void check() {
        Texts.line("registry user", user());
        if (user().indexOf(':') >= 0) {
            throw new InvalidValueException(
                    ModelCode.BAD_TEXT,
                    "A registry user has no colon: it would end the name, and the rest be taken for the password.");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableRegistryLogin.Builder {
        Builder() {}
    }
}
