package kz.tapbot.dsl;

import kz.tapbot.model.name.CertificateAuthorityName;
import kz.tapbot.model.value.EmailAddress;

/** A declared issuer of certificates. */
public interface CertificatesRef extends Handle {

    /** Its name. */
    CertificateAuthorityName name();

    /** The ACME directory (RFC 8555). */
    String directory();

    /** Where the issuer writes to. */
    EmailAddress contact();
}
