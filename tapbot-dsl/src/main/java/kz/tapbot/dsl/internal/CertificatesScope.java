package kz.tapbot.dsl.internal;

import kz.tapbot.dsl.CertificatesSpec;
import kz.tapbot.model.name.CertificateAuthorityName;
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
    public CertificatesSpec named(String text) {
        if (once("name")) {
            name = CertificateAuthorityName.of(text);
        }
        return this;
    }
}
