package kz.tapbot.dsl;

/** The scope of Let's Encrypt as an issuer of certificates. */
public interface CertificatesSpec extends Scope<CertificatesSpec> {

    /** Proves names by a file on port 80, which must be open and routed (RFC 8555 §8.3). The only challenge there is. */
    CertificatesSpec httpChallenge();

    /** Takes the issuer's staging directory, whose certificates no browser trusts, and which has no tight rate limits. */
    CertificatesSpec staging();

    /**
     * Takes another issuer that speaks ACME, such as one of your own.
     *
     * @param url where its directory is (RFC 8555 §7.1.1), an {@code https} address
     * @throws kz.tapbot.model.value.InvalidValueException if it is none
     */
    CertificatesSpec directory(String url);

    /** Says another name than {@code letsencrypt}. */
    CertificatesSpec named(String name);
}
