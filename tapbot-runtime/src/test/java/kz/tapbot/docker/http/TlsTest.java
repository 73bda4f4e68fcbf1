package kz.tapbot.docker.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.tapbot.docker.http.ChannelHttpClientTest.get;
import static kz.tapbot.docker.http.ChannelHttpClientTest.head;
import static kz.tapbot.docker.http.ChannelHttpClientTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a key of our own, over loopback. */
@Timeout(60)
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path directory;

    private static SSLContext server;

    /** A key pair for both sides, by the JDK's own keytool. */
    @BeforeAll
    static void makeKeys() throws Exception {
        Path store = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        write("cert.pem", "CERTIFICATE", keys.getCertificate("own").getEncoded());
        write("key.pem", "PRIVATE KEY", keys.getKey("own", PASSWORD).getEncoded());
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("own", keys.getCertificate("own"));
        trust.init(trusted);
        server = SSLContext.getInstance("TLS");
        server.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    }

    private static void write(String file, String what, byte[] bytes) throws IOException {
        Files.writeString(
                directory.resolve(file),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                        + "-----\n");
    }

    private static SSLContext client() throws IOException {
        Path certificate = directory.resolve("cert.pem");
        return ClientTls.fromFiles(certificate, certificate, directory.resolve("key.pem"));
    }

    @Test
    void requestsAndTheEndOfInputGoThrough() throws Exception {
        Request attach = Request.builder()
                .method("POST")
                .path("/exec/x/start")
                .hijackedInput(new ByteArrayInputStream("input".getBytes(UTF_8)))
                .build();
        try (SSLServerSocket listening = listen("TLSv1.3");
                var http = ChannelHttpClient.builder(Dialers.tls("localhost", listening.getLocalPort(), client()))
                        .build()) {
            assertThat(text(http.execute(get("/x")))).isEqualTo("hi");
            assertThat(text(http.execute(attach))).isEqualTo("input");
        }
    }

    @Test
    void aVersionThatCannotEndOneSideAloneIsRefused() throws Exception {
        try (SSLServerSocket listening = listen("TLSv1.2");
                var http = ChannelHttpClient.builder(Dialers.tls("localhost", listening.getLocalPort(), client()))
                        .build()) {
            assertThatExceptionOfType(EngineConnectionException.class)
                    .isThrownBy(() -> http.execute(get("/x")))
                    .withMessageContaining("protocol_version");
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        try (SSLServerSocket listening = listen("TLSv1.3");
                var http = ChannelHttpClient.builder(Dialers.tls("127.0.0.1", listening.getLocalPort(), client()))
                        .build()) {
            assertThatExceptionOfType(EngineConnectionException.class)
                    .isThrownBy(() -> http.execute(get("/x")))
                    .withMessage("tcp+tls://127.0.0.1:" + listening.getLocalPort()
                            + ": cannot be reached: the engine's certificate is not for this address"
                            + " (No subject alternative names matching IP address 127.0.0.1 found); reach the engine by a"
                            + " name of its certificate, or give it one that has this address");
        }
    }

    @Test
    void aKeyInAnotherFormIsRefusedWithoutAWordOfIt() throws Exception {
        Path key = Files.writeString(directory.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n");
        Path certificate = directory.resolve("cert.pem");
        assertThatIOException()
                .isThrownBy(() -> ClientTls.fromFiles(certificate, certificate, key))
                .withMessage(key + " holds no key in PKCS#8 without a passphrase (-----BEGIN PRIVATE KEY-----);"
                        + " openssl pkcs8 -topk8 -nocrypt makes one of other forms");
    }

    /** Answers a request, then echoes an attached input once it has ended, on one connection. */
    private static SSLServerSocket listen(String protocol) throws IOException {
        SSLServerSocket listening = (SSLServerSocket)
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listening.setEnabledProtocols(new String[] {protocol});
        listening.setNeedClientAuth(true);
        Thread thread = new Thread(() -> {
            try (SSLSocket socket = (SSLSocket) listening.accept()) {
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream();
                hear(in);
                out.write((head("HTTP/1.1 200 OK", "Content-Length: 2") + "hi").getBytes(UTF_8));
                hear(in);
                out.write(head("HTTP/1.1 101 UPGRADED").getBytes(UTF_8));
                out.write(in.readAllBytes());
            } catch (IOException e) {
                // The client refused: its test says so.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return listening;
    }

    private static void hear(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int octet; text.indexOf("\r\n\r\n") < 0 && (octet = in.read()) >= 0; ) {
            text.append((char) octet);
        }
    }
}
