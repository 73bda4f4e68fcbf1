package kz.tapbot.dsl.internal;

import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.CertificatesSpec;
import kz.tapbot.model.name.CertificateAuthorityName;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** The scope of Let's Encrypt. */
final class CertificatesScope extends ScopeBase<CertificatesSpec> implements CertificatesSpec {

    private static final String PRODUCTION = "https://acme-v02.api.letsencrypt.org/directory";
    private static final String STAGING = "https://acme-staging-v02.api.letsencrypt.org/directory";

    private String directory = PRODUCTION;
    private @Nullable CertificateAuthorityName name;

    CertificatesScope(Estate estate, Notes notes) {
        super(estate, notes);
    }

    String directory() {
        return directory;
    }

    CertificateAuthorityName name() {
        return name == null ? CertificateAuthorityName.of("letsencrypt") : name;
    }

    @Override
    CertificatesSpec self() {
        return this;
    }

    @Override
    public CertificatesSpec httpChallenge() {
        note("challenge");
        return this;
    }

    @Override
    public CertificatesSpec staging() {
        note("directory");
        directory = STAGING;
        return this;
    }

    @Override
    public CertificatesSpec directory(String url) {
        if (!url.matches("https://[A-Za-z0-9\\[][A-Za-z0-9.:\\]-]{0,253}(/[A-Za-z0-9/._~-]{0,200})?")) {
            throw new InvalidValueException(
                    ModelCode.BAD_ADDRESS,
                    "The directory of an issuer is an https address such as https://ca.example.com/acme/directory, not "
                            + InvalidValueException.show(url) + ".");
        }
        note("directory");
        directory = url;
        return this;
    }

    @Override
    public CertificatesSpec named(String text) {
        if (once("name")) {
            name = CertificateAuthorityName.of(text);
        }
        return this;
    }
}
