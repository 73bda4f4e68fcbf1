package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kz.tapbot.docker.OnOwnEngine;
import kz.tapbot.docker.OwnEngine;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.Dialers;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real {@code dockerd --tlsverify}, with certificates of the test's own: what is in order is served, and what is not is told in words. */
@OnOwnEngine(needs = "openssl")
class DockerTlsTest {

    private static final String NOT_ACCEPTED =
            "the engine does not accept our certificate, or wants one \\([A-Za-z_: ]+\\);"
                    + " it has to be from the authority that the engine knows \\(--tlscacert\\), and not to have expired";

    private final Topology shop = SmallShop.of(SmallShop.service("keen"));

    @TempDir
    Path folder;

    private int port;

    @Test
    void only_who_shows_a_certificate_of_the_right_authority_is_served() throws Exception {
        port = freePort();
        makeCertificates();
        try (OwnEngine engine = OwnEngine.beside(
                "--host",
                "tcp://127.0.0.1:" + port,
                "--tlsverify",
                "--tlscacert",
                folder.resolve("good/ca.pem").toString(),
                "--tlscert",
                folder.resolve("good/server.pem").toString(),
                "--tlskey",
                folder.resolve("good/server-key.pem").toString())) {
            engine.give(SmallShop.REPOSITORY, "1.0.0");

            TapbotRuntime runtime = SmallShop.runtime(dialer("good"));
            ApplyReport report = runtime.apply(shop, ApplyOptions.standard());
            assertThat(report.isDone()).as("%s", report).isTrue();
            assertThat(runtime.plan(shop).isEmpty())
                    .as("%s", runtime.plan(shop))
                    .isTrue();

            refused(dialer("other"), "the engine's certificate is from no authority that is trusted here; .*");
            refused(Dialers.tls("127.0.0.1", port, trusting("good/ca.pem")), NOT_ACCEPTED);
            refused(dialer("expired"), NOT_ACCEPTED);
            refused(dialer("stranger"), NOT_ACCEPTED);
            refused(Dialers.tcp("127.0.0.1", port), ".*");

            engine.kill();
            Files.copy(
                    folder.resolve("good/server-expired.pem"),
                    folder.resolve("good/server.pem"),
                    StandardCopyOption.REPLACE_EXISTING);
            engine.startAgain();
            refused(
                    dialer("good"),
                    "the engine's certificate has expired \\(NotAfter: .*\\); give the engine a new one");
        }
    }

    private void refused(Dialer dialer, String why) {
        assertThatThrownBy(() -> SmallShop.runtime(dialer).plan(shop))
                .isInstanceOf(UnreachableException.class)
                .hasMessageMatching("(?s).*" + java.util.regex.Pattern.quote(dialer.name()) + ".*" + why + ".*");
    }

    private Dialer dialer(String who) {
        String where = "tcp://127.0.0.1:" + port + "?tls=" + folder.resolve(who);
        return Engines.at(where).apply(shop.servers().iterator().next());
    }

    private SSLContext trusting(String authority) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(Files.newInputStream(folder.resolve(authority))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Folders as Docker's tools have them: in order; trusting another authority; expired; of another authority. */
    private void makeCertificates() throws Exception {
        for (String who : List.of("good", "other", "expired", "stranger")) {
            Files.createDirectory(folder.resolve(who));
        }
        authority("good");
        authority("other");
        signed("good", "good/server", 2);
        signed("good", "good/server-expired", -1);
        signed("good", "good/", 2);
        signed("good", "expired/", -1);
        signed("other", "stranger/", 2);
        for (String who : List.of("expired", "stranger")) {
            Files.copy(folder.resolve("good/ca.pem"), folder.resolve(who + "/ca.pem"));
        }
        Files.copy(folder.resolve("good/cert.pem"), folder.resolve("other/cert.pem"));
        Files.copy(folder.resolve("good/key.pem"), folder.resolve("other/key.pem"));
    }

    private void authority(String who) throws Exception {
        openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=" + who
                + " -keyout " + who + "/ca-key.pem -out " + who + "/ca.pem");
    }

    /** A key and a certificate that names the loopback address; of a name without an end Docker's own names. */
    private void signed(String authority, String name, int days) throws Exception {
        boolean own = name.endsWith("/");
        String key = own ? name + "key.pem" : name.replace("-expired", "") + "-key.pem";
        String certificate = own ? name + "cert.pem" : name + ".pem";
        String request = own ? name + "cert.csr" : name + ".csr";
        String with = Files.exists(folder.resolve(key))
                ? " -key " + key
                : " -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout " + key;
        openssl("req -new -subj /CN=test -addext subjectAltName=IP:127.0.0.1 -out " + request + with);
        openssl("x509 -req -copy_extensions copy -CAcreateserial -CA " + authority + "/ca.pem -CAkey " + authority
                + "/ca-key.pem -days " + days + " -in " + request + " -out " + certificate);
    }

    private void openssl(String arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", arguments, said).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
