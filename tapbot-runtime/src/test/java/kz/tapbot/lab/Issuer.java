package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import kz.tapbot.model.net.HostAddress;

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

    static Issuer start(Lab lab) {
        DockerClient client = lab.images(List.of(IMAGE)).client();
        HostAddress address = lab.address();
        String id = client.createContainerCmd(IMAGE)
                .withName(NAME)
                .withEnv("ADDRESS=" + address)
                .withExposedPorts(ExposedPort.tcp(14_000), ExposedPort.tcp(15_000))
                .withHostConfig(HostConfig.newHostConfig()
                        .withPortBindings(PortBinding.parse("14000:14000"), PortBinding.parse("15000:15000")))
                .exec()
                .getId();
        client.startContainerCmd(id).exec();
        return new Issuer(address, certificate(lab));
    }

    /** Made when it starts. */
    private static String certificate(Lab lab) {
        for (int tries = 0; tries < 100; tries++) {
            try {
                String pem = lab.file(NAME, "/run/pebble/cert.pem");
                if (pem.contains("END CERTIFICATE")) {
                    return pem;
                }
            } catch (NotFoundException e) {
                // Not yet.
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
        String root = new Visitor(address.value(), 15_000, Trust.in(certificate))
                .await(address.value(), "/roots/0")
                .body();
        return Trust.in(root);
    }
}
