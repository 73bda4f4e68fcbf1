package kz.tapbot.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are none, or mean it badly. */
@Timeout(60)
class HostileServerTest {

    private static final String KEY = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";
    private static final SshLimits SHORT = new SshLimits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            2);

    @TempDir
    Path directory;

    /** What it does with a connection. */
    private interface Script {
        void run(InputStream in, OutputStream out) throws Exception;
    }

    /** Tries to log in, and gives the message of the failure. */
    private String told(Script script) throws Exception {
        Path key = directory.resolve("id");
        Files.writeString(key, UNUSED_KEY);
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server, script));
            thread.setDaemon(true);
            thread.start();
            SshTarget target = SshTarget.of("me", "127.0.0.1", HostKeys.trust(KEY), SshLogin.keyFile(key))
                    .port(server.getLocalPort())
                    .limits(SHORT);
            try (SshConnection connection = SshConnection.open(target)) {
                return "open " + connection;
            } catch (SshException e) {
                return String.valueOf(e.getMessage()).replace(target.name(), "HOST");
            }
        }
    }

    private static void serve(ServerSocket server, Script script) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                script.run(socket.getInputStream(), socket.getOutputStream());
            } catch (Exception e) {
                // The client has gone, as it should.
            }
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Test
    void one_that_says_nothing() throws Exception {
        assertThat(told((in, out) -> in.readAllBytes())).isEqualTo("No SSH connection to HOST: no answer in time.");
    }

    @Test
    void one_that_ends_at_once() throws Exception {
        assertThat(told((in, out) -> {})).startsWith("No SSH connection to HOST: ");
    }

    @Test
    void one_that_talks_for_ever_before_it_says_that_it_speaks_SSH() throws Exception {
        String line = "x".repeat(100) + "\n";
        assertThat(told((in, out) -> {
                    while (true) {
                        say(out, line);
                    }
                }))
                .isEqualTo(
                        "No SSH connection to HOST: it said 16384 characters and not that it speaks SSH, so it is no SSH server.");
        assertThat(told((in, out) -> {
                    while (true) {
                        say(out, "y".repeat(1000));
                    }
                }))
                .startsWith("No SSH connection to HOST: ");
    }

    @Test
    void one_that_drips() throws Exception {
        assertThat(told((in, out) -> {
                    while (true) {
                        say(out, "z");
                        Thread.sleep(100);
                    }
                }))
                .isEqualTo("No SSH connection to HOST: no answer in time.");
    }

    @Test
    void one_that_speaks_an_old_version_or_paints_the_terminal() throws Exception {
        assertThat(told((in, out) -> {
                    say(out, "SSH-1.5-\u001b[31mred\u001b]0;title\u0007\r\n");
                    in.readAllBytes();
                }))
                .isEqualTo(
                        "No SSH connection to HOST: Server does not support SSHv2, identified as: SSH-1.5-\\x1b[31mred\\x1b]0;title\\x07.");
    }

    @Test
    void one_that_speaks_HTTP() throws Exception {
        assertThat(told((in, out) -> {
                    say(out, "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
                    in.readAllBytes();
                }))
                .isEqualTo("No SSH connection to HOST: no answer in time.");
    }

    @Test
    void one_that_sends_noise_after_its_greeting() throws Exception {
        assertThat(told((in, out) -> {
                    say(out, "SSH-2.0-noise\r\n");
                    byte[] noise = new byte[65_536];
                    new java.util.Random(7).nextBytes(noise);
                    while (true) {
                        out.write(noise);
                    }
                }))
                .startsWith("No SSH connection to HOST: ");
        assertThat(told((in, out) -> {
                    say(out, "SSH-2.0-huge\r\n");
                    out.write(new byte[] {0x7f, -1, -1, -1, 4});
                    out.write(new byte[100_000]);
                    in.readAllBytes();
                }))
                .startsWith("No SSH connection to HOST: ");
    }

    @Test
    void one_that_is_not_there() {
        assertThatThrownBy(() -> HostKeyScan.of("127.0.0.1", 1, SHORT))
                .hasMessage("No SSH connection to 127.0.0.1:1: no connection: Connection refused.");
        assertThatThrownBy(() -> HostKeyScan.of("no-such-host.invalid", 22, SHORT))
                .hasMessage("No SSH connection to no-such-host.invalid:22: the name is not known.");
        assertThatThrownBy(() -> HostKeyScan.of("a b", 22, SHORT)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Made for this test, and good for nothing else. */
    private static final String UNUSED_KEY = """
            -----BEGIN OPENSSH PRIVATE KEY-----
            b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
            QyNTUxOQAAACBwU+Mf+MEF1zwAWv+h7crXVMfpr2bFq7mwOExiChWfaAAAAJCYkiPkmJIj
            5AAAAAtzc2gtZWQyNTUxOQAAACBwU+Mf+MEF1zwAWv+h7crXVMfpr2bFq7mwOExiChWfaA
            AAAEAod1oL0jGnO5dFx/cwmcxkMoQZmx4vySy4IUcG9qDCUnBT4x/4wQXXPABa/6HtytdU
            x+mvZsWrubA4TGIKFZ9oAAAABnVudXNlZAECAwQFBgc=
            -----END OPENSSH PRIVATE KEY-----
            """;
}
