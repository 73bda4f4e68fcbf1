package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kz.tapbot.model.net.HostAddress;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Pebble, an issuer of certificates for tests that speaks ACME (RFC 8555). To it every name leads to the engine's machine. */
public final class Issuer {

    private static final String IMAGE = "tapbot-lab/pebble:lab";
    private static final String NAME = "lab-pebble";

    private final HostAddress address;
    private final String certificate;

    private Issuer(HostAddress address, String certificate) {
        this.address = address;
        this.certificate = certificate;
    }

    static Issuer start(DockerClient client, LabImages images, HostAddress address) {
        images.have(List.of(IMAGE));
        String id = client.createContainerCmd(IMAGE)
                .withName(NAME)
                .withEnv("ADDRESS=" + address)
                .withExposedPorts(ExposedPort.tcp(14_000), ExposedPort.tcp(15_000))
                .withHostConfig(HostConfig.newHostConfig()
                        .withPortBindings(PortBinding.parse("14000:14000"), PortBinding.parse("15000:15000")))
                .exec()
                .getId();
        client.startContainerCmd(id).exec();
        return new Issuer(address, certificate(client, id));
    }

    /** Made when it starts. */
    private static String certificate(DockerClient client, String id) {
        for (int tries = 0; tries < 100; tries++) {
            try (InputStream found = client.copyArchiveFromContainerCmd(id, "/run/pebble/cert.pem")
                            .exec();
                    TarArchiveInputStream tar = new TarArchiveInputStream(found)) {
                tar.getNextEntry();
                String pem = new String(tar.readAllBytes(), StandardCharsets.US_ASCII);
                if (pem.contains("END CERTIFICATE")) {
                    return pem;
                }
            } catch (NotFoundException e) {
                // Not yet.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new IllegalStateException("Pebble has made no certificate for itself within ten seconds");
    }

    /** Where its directory is. */
    public String directory() {
        return "https://" + address + ":14000/dir";
    }

    /** The authority by which a client knows it, in PEM. */
    public String certificate() {
        return certificate;
    }

    /** What a visitor trusts who trusts what it issues. */
    public SSLContext trusted() {
        String root = new Visitor(address.value(), 15_000, trusting(certificate))
                .await(address.value(), "/roots/0")
                .body();
        return trusting(root);
    }

    private static SSLContext trusting(String pem) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            X509Certificate root = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            store.setCertificateEntry("root", root);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
