package kz.tapbot.docker.http;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Why there is no TLS, for people: JSSE says it in the words of its algorithms. */
final class TlsReason {

    /**
     * What the other side says when it takes exception to our certificate (RFC 8446, 6.2). "Received" tells it from what we say ourselves: since JDK 25
     * the name of our own alert stands at the head of the message.
     */
    private static final Pattern ALERT =
            Pattern.compile("Received fatal alert: (bad_certificate|unsupported_certificate"
                    + "|certificate_revoked|certificate_expired|certificate_unknown|certificate_required|unknown_ca"
                    + "|access_denied)");

    private TlsReason() {}

    /** In words; nothing if it is something else. */
    static Optional<String> of(IOException failure) {
        if (!(failure instanceof SSLException)) {
            return Optional.empty();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Optional.of(
                        "the engine's certificate has expired (" + cause.getMessage() + "); give the engine a new one");
            }
            if (cause instanceof CertificateNotYetValidException) {
                return Optional.of("the engine's certificate is not valid yet (" + cause.getMessage()
                        + "); look at the clocks of both machines");
            }
            if (cause instanceof CertPathBuilderException) {
                return Optional.of(
                        "the engine's certificate is from no authority that is trusted here; if it is the right"
                                + " engine, give the authority's certificate (ca.pem)");
            }
            if (cause.getClass() == CertificateException.class) {
                return Optional.of("the engine's certificate is not for this address (" + cause.getMessage()
                        + "); reach the engine by a name of its certificate, or give it one that has this address");
            }
        }
        Matcher alert = ALERT.matcher(String.valueOf(failure.getMessage()));
        return alert.find() ? Optional.of(notAccepted(alert.group(1))) : Optional.empty();
    }

    /**
     * Why nothing is heard from an engine right after the handshake: in TLS 1.3 it looks at our certificate only then, and what it says of it is lost where
     * our request comes in between.
     */
    static IOException unheard(IOException failure) {
        return of(failure).isPresent()
                ? failure
                : new IOException(notAccepted("it ends the connection: " + failure.getMessage()), failure);
    }

    private static String notAccepted(String said) {
        return "the engine does not accept our certificate, or wants one (" + said
                + "); it has to be from the authority that the engine knows (--tlscacert), and not to have expired";
    }
}
