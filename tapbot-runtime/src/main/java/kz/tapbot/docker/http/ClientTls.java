package kz.tapbot.docker.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys and certificates from PEM files, for {@link Dialers#tls}. */
public final class ClientTls {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

    private ClientTls() {}

    /**
     * Trusts one certificate authority only, and shows a key of our own. The names are Docker's: {@code ca.pem},
     * {@code cert.pem}, {@code key.pem}.
     *
     * @param authority certificates to trust, PEM
     * @param certificate our own and those between it and its authority, PEM
     * @param key our own, PEM in PKCS#8 without a passphrase ({@code openssl pkcs8 -topk8 -nocrypt} makes it of others)
     * @throws IOException if a file cannot be read or is not what it should be; says which, never what is in it
     */
    public static SSLContext fromFiles(Path authority, Path certificate, Path key) throws IOException {
        try {
            KeyStore trusted = emptyStore();
            int number = 0;
            for (Certificate each : certificates(authority)) {
                trusted.setCertificateEntry("authority-" + number++, each);
            }
            KeyStore own = emptyStore();
            own.setKeyEntry(
                    "own",
                    privateKey(key),
                    new char[0],
                    certificates(certificate).toArray(new Certificate[0]));
            return context(trusted, own);
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "no TLS with " + authority + ", " + certificate + " and " + key + ": " + e.getMessage(), e);
        }
    }

    private static SSLContext context(KeyStore trusted, KeyStore own) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException {
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(file))) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException(file + " holds no certificate");
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " does not hold certificates in PEM", e);
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new IOException(file + " holds no key in PKCS#8 without a passphrase (-----BEGIN PRIVATE KEY-----);"
                    + " openssl pkcs8 -topk8 -nocrypt makes one of other forms");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
        try {
            for (String algorithm : ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
                } catch (InvalidKeySpecException e) {
                    // Not of this kind: the next.
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": this JVM lacks " + e.getMessage(), e);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
        throw new IOException(file + " holds a key that is none of " + ALGORITHMS);
    }
}
