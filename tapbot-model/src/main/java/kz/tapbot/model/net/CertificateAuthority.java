package kz.tapbot.model.net;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.CertificateAuthorityName;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/** An issuer of certificates by ACME with the HTTP challenge. */
@Value.Immutable
public interface CertificateAuthority {

    /** Its name. */
    CertificateAuthorityName name();

    /** The ACME directory (RFC 8555) to ask: an https address. */
    String directory();

    /** Where the issuer writes to. */
    EmailAddress contact();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    default Address address() {
        return Address.of("certificates", name());
    }

    /** Checks the address of the directory. */
    @Value.Check
    default void check() {
        Texts.line("directory", directory());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableCertificateAuthority.Builder {
        Builder() {}
    }
}
