package kz.tapbot.model.name;

/**
 * The name of an issuer of certificates, unique in its topology.
 *
 * @param value the name, see {@link Name}
 */
public record CertificateAuthorityName(String value) implements Name, Comparable<CertificateAuthorityName> {

    /** Checks the name. */
    public CertificateAuthorityName {
        value = Names.check("certificate authority name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static CertificateAuthorityName of(String value) {
        return new CertificateAuthorityName(value);
    }

    @Override
    public int compareTo(CertificateAuthorityName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
