package kz.tapbot.docker.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.tapbot.docker.http.ChannelHttpClient;
import kz.tapbot.docker.http.EngineConnectionException;
import kz.tapbot.ssh.HostKeyRefusedException;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.OnSshd;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshServerForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@OnSshd
@Timeout(120)
class SshDialerTest {

    @TempDir
    Path directory;

    static String get(ChannelHttpClient http, String path) throws IOException {
        try (Response response = http.execute(
                Request.builder().method(Request.Method.GET).path(path).build())) {
            return new String(response.getBody().readAllBytes(), UTF_8);
        }
    }

    @Test
    void fifty_requests_at_once_go_over_one_login() throws Exception {
        try (SshServerForTests server = SshServerForTests.start();
                CountingEngine engine = new CountingEngine(directory.resolve("engine.sock"));
                SshDialer dialer = SshDialer.to(server.target(), engine.socket().toString());
                ChannelHttpClient http = ChannelHttpClient.builder(dialer).build()) {
            ExecutorService pool = Executors.newFixedThreadPool(50);
            try {
                List<Callable<String>> calls = new ArrayList<>(Collections.nCopies(50, () -> get(http, "/x")));
                for (Future<String> call : pool.invokeAll(calls)) {
                    assertThat(call.get()).isEqualTo("OK");
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(dialer.way()).contains(EngineWay.SOCKET);
            assertThat(dialer.name())
                    .isEqualTo("ssh://" + server.user() + "@127.0.0.1:" + server.port() + engine.socket());
            assertThat(server.log().split("Accepted publickey", -1)).hasSize(2);
        }
    }

    @Test
    void after_a_cut_the_next_request_logs_in_again() throws Exception {
        try (SshServerForTests server = SshServerForTests.start();
                CountingEngine engine = new CountingEngine(directory.resolve("engine.sock"));
                SshDialer dialer = SshDialer.to(server.target(), engine.socket().toString());
                ChannelHttpClient http = ChannelHttpClient.builder(dialer).build()) {
            Response events = http.execute(
                    Request.builder().method(Request.Method.GET).path("/events").build());
            assertThat(events.getBody().read()).isEqualTo('{');
            server.endConnections();

            assertThatThrownBy(() -> events.getBody().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the server has ended the connection");
            events.close();
            assertThat(get(http, "/x")).isEqualTo("OK");
            assertThat(server.log().split("Accepted publickey", -1)).hasSize(3);
        }
    }

    @Test
    void a_host_key_that_is_not_trusted_is_what_a_caller_sees() throws Exception {
        try (SshServerForTests server = SshServerForTests.start();
                SshDialer dialer = SshDialer.to(server.target(
                        HostKeys.trust("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"),
                        SshLogin.keyFile(server.userKey())));
                ChannelHttpClient http = ChannelHttpClient.builder(dialer).build()) {
            assertThatExceptionOfType(EngineConnectionException.class)
                    .isThrownBy(() -> get(http, "/x"))
                    .withCauseInstanceOf(HostKeyRefusedException.class)
                    .withMessageStartingWith(dialer.name() + ": cannot be reached: The host key of 127.0.0.1:"
                            + server.port() + " is not one that is trusted. Offered: ssh-ed25519 "
                            + server.fingerprint("ed25519"))
                    .matches(e -> !e.mayHaveActed());
        }
    }

    /** A program on the server's path. */
    private void program(String name, String script) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private SshServerForTests withoutForwarding() {
        return SshServerForTests.start(
                "AllowStreamLocalForwarding no", "SetEnv PATH=" + directory + ":/usr/sbin:/usr/bin:/sbin:/bin");
    }

    /** What {@code docker system dial-stdio} does, by the tool that every Debian has. */
    private static final String RELAY = """
            [ "$*" = "-H unix://%1$s system dial-stdio" ] || { echo "not expected: $*" >&2; exit 9; }
            exec perl -MIO::Socket::UNIX -e '
              $| = 1; my $s = IO::Socket::UNIX->new(Peer => shift) or die "no engine: $!\\n"; my $b;
              if (!fork) { while (sysread(STDIN, $b, 65536)) { syswrite($s, $b) } shutdown($s, 1); exit }
              while (sysread($s, $b, 65536)) { syswrite(STDOUT, $b) }' %1$s""";

    @Test
    void a_server_that_forwards_no_sockets_relays() throws Exception {
        try (SshServerForTests server = withoutForwarding();
                CountingEngine engine = new CountingEngine(directory.resolve("engine.sock"));
                SshDialer dialer = SshDialer.to(server.target(), engine.socket().toString());
                ChannelHttpClient http = ChannelHttpClient.builder(dialer).build()) {
            program("docker", RELAY.formatted(engine.socket()));

            assertThat(get(http, "/x")).isEqualTo("OK");
            assertThat(dialer.way()).contains(EngineWay.RELAY);
            ExecutorService pool = Executors.newFixedThreadPool(20);
            try {
                for (Future<String> call : pool.invokeAll(
                        new ArrayList<Callable<String>>(Collections.nCopies(20, () -> get(http, "/x"))))) {
                    assertThat(call.get()).isEqualTo("OK");
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(server.log().split("Accepted publickey", -1)).hasSizeBetween(2, 4);
        }
    }

    @Test
    void a_user_who_may_not_ask_the_engine_relays_by_sudo() throws Exception {
        try (SshServerForTests server = withoutForwarding();
                CountingEngine engine = new CountingEngine(directory.resolve("engine.sock"));
                SshDialer dialer = SshDialer.to(server.target(), engine.socket().toString());
                ChannelHttpClient http = ChannelHttpClient.builder(dialer).build()) {
            program(
                    "docker",
                    "[ -n \"$AS_ROOT\" ] || { echo permission denied >&2; exit 1; }\n"
                            + RELAY.formatted(engine.socket()));
            program("sudo", "[ \"$1\" = -n ] || exit 8; shift; AS_ROOT=1 exec \"$@\"");

            assertThat(get(http, "/x")).isEqualTo("OK");
            assertThat(dialer.way()).contains(EngineWay.SUDO_RELAY);
        }
    }

    @Test
    void without_any_way_each_is_named_with_what_it_said() throws Exception {
        try (SshServerForTests server = withoutForwarding();
                SshDialer dialer = SshDialer.to(server.target(), "/run/none.sock");
                ChannelHttpClient http = ChannelHttpClient.builder(dialer)
                        .connectLimit(Duration.ofSeconds(20))
                        .build()) {
            program("docker", "printf 'perm\\033[31mission denied\\nmore' >&2; exit 1");
            program("sudo", "exit 1");

            assertThatThrownBy(() -> get(http, "/x"))
                    .isInstanceOf(EngineConnectionException.class)
                    .hasMessage(dialer.name() + ": cannot be reached: No way to the engine at " + dialer.name()
                            + ": the socket: refused (it is not there, or the user may not use it, or sshd forwards none); docker system dial-stdio: perm\\x1b[31mission denied;"
                            + " sudo -n docker system dial-stdio: it said nothing");
            assertThat(dialer.way()).isEmpty();
        }
    }
}
