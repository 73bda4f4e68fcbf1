package kz.tapbot.validate.internal.routes;

import kz.tapbot.model.net.CertificateAuthority;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2512: ACME is spoken over HTTPS only (RFC 8555, 6.1). */
final class Issuers implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (CertificateAuthority issuer : estate.topology().certificateAuthorities()) {
            String directory = issuer.directory();
            boolean good = directory.startsWith("https://") && directory.length() > 8 && isPlain(directory);
            if (!good) {
                Subject said = Subject.of(issuer.address(), issuer.places(), "directory");
                findings.add(TopologyCode.ISSUER_ADDRESS, said, """
                        The directory of {} is no address that begins with https://.
                        An issuer is asked over HTTPS only, so no certificate would ever come.
                        Give its directory, for Let's Encrypt's trial stage:
                            "https://acme-staging-v02.api.letsencrypt.org/directory"
                        """, said);
            }
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
