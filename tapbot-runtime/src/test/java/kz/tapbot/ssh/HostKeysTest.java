package kz.tapbot.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnSshd
class HostKeysTest {

    private static final String NOBODY = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";

    private SshServerForTests server;

    @BeforeEach
    void start() {
        server = SshServerForTests.start("LogLevel DEBUG2");
        server.makeHostKey("rsa");
        server.restart();
        server.clearLog();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void opens(HostKeys keys) throws SshException {
        try (SshConnection connection = SshConnection.open(server.target(keys, SshLogin.keyFile(server.userKey())))) {
            assertThat(connection.run(CommandCall.of("echo", "in")).output().text())
                    .isEqualTo("in\n");
        }
    }

    /** Stops before anything is sent that says who we are: sshd has seen no request for authentication. */
    private void isRefused(HostKeys keys, String begin) {
        server.clearLog();
        assertThatThrownBy(() -> opens(keys))
                .isInstanceOf(HostKeyRefusedException.class)
                .hasMessageStartingWith(begin);
        server.awaitLog("SSH2_MSG_KEX_ECDH_INIT received");
        assertThat(server.log())
                .doesNotContain("ssh-userauth")
                .doesNotContain("userauth-request")
                .doesNotContain(server.user() + " service")
                .doesNotContain("Accepted")
                .doesNotContain("NEWKEYS received");
    }

    private String at() {
        return "127.0.0.1:" + server.port();
    }

    @Test
    void a_fingerprint_or_a_whole_key_of_any_good_type_is_enough() throws Exception {
        opens(HostKeys.trust(server.fingerprint("ed25519")));
        opens(HostKeys.trust(server.hostKey("ed25519")));
        opens(HostKeys.trust(server.fingerprint("rsa")));
        opens(HostKeys.trust(server.hostKey("rsa")));
        opens(HostKeys.trust(NOBODY, server.fingerprint("ed25519")));
    }

    @Test
    void an_unknown_key_stops_before_the_login_and_shows_both() {
        isRefused(
                HostKeys.trust(NOBODY),
                "The host key of " + at() + " is not one that is trusted. Offered: ssh-ed25519 "
                        + server.fingerprint("ed25519")
                        + ", ssh-rsa " + server.fingerprint("rsa") + ". Trusted: " + NOBODY
                        + ". Stopped before the login: no user, key or command was sent.");
    }

    @Test
    void a_changed_key_stops_before_the_login_and_both_work_while_it_is_replaced() throws Exception {
        String old = server.fingerprint("ed25519");
        server.makeHostKey("ed25519");
        server.makeHostKey("rsa");
        server.restart();

        isRefused(
                HostKeys.trust(old),
                "The host key of " + at() + " is not one that is trusted. Offered: ssh-ed25519 "
                        + server.fingerprint("ed25519"));
        opens(HostKeys.trust(old, server.fingerprint("ed25519")));
    }

    @Test
    void a_key_of_another_type_is_not_asked_for_where_the_type_is_pinned() {
        String pinned = server.hostKey("ed25519");
        server.removeHostKey("ed25519");
        server.restart();
        server.clearLog();

        assertThatThrownBy(() -> opens(HostKeys.trust(pinned)))
                .isInstanceOf(SshException.class)
                .hasMessageContaining("Unable to reach a settlement of HostKeyAlgorithms: [ssh-ed25519] and");
        server.awaitLog("no matching host key type found");
        assertThat(server.log()).doesNotContain("ssh-userauth");
    }

    @Test
    void a_revoked_key_is_refused_though_it_is_trusted() {
        isRefused(
                HostKeys.trust(server.fingerprint("ed25519")).revoke(server.hostKey("ed25519")),
                "The host key of " + at() + " is revoked. Offered: ssh-ed25519 " + server.fingerprint("ed25519"));
    }

    @Test
    void a_server_that_nobody_pinned_is_not_even_greeted() {
        server.clearLog();
        assertThatThrownBy(() -> opens(HostKeys.trust()))
                .isInstanceOf(HostKeyRefusedException.class)
                .hasMessage("No host key of " + at()
                        + " is trusted, so nothing was sent to it. Show the keys it offers with \"enrol\", compare"
                        + " them at the provider's console with ssh-keygen -lf, and pin them.");
        assertThat(server.log()).doesNotContain("Remote protocol version");
    }

    @Test
    void old_algorithms_are_not_spoken() {
        for (String[] old : List.of(
                new String[] {
                    "KexAlgorithms diffie-hellman-group14-sha1,diffie-hellman-group1-sha1", "KeyExchangeAlgorithms"
                },
                new String[] {"Ciphers aes256-cbc,3des-cbc", "Client2ServerCipherAlgorithms"},
                new String[] {"MACs hmac-sha1,hmac-md5,hmac-sha2-256", "Client2ServerMACAlgorithms"})) {
            try (SshServerForTests weak = SshServerForTests.start("LogLevel DEBUG2", old[0])) {
                weak.clearLog();
                assertThatThrownBy(() -> SshConnection.open(weak.target(
                                HostKeys.trust(weak.fingerprint("ed25519")), SshLogin.keyFile(weak.userKey()))))
                        .as(old[0])
                        .isInstanceOf(SshException.class)
                        .hasMessageContaining("Unable to reach a settlement of " + old[1]);
                assertThat(weak.log()).doesNotContain("ssh-userauth");
            }
        }
    }

    @Test
    void what_is_no_key_is_refused_and_a_key_is_shown_by_its_fingerprint() {
        String line = server.hostKey("rsa");
        assertThat(HostKey.of(line)).hasToString("ssh-rsa " + server.fingerprint("rsa"));
        assertThat(HostKey.of(line)).isEqualTo(HostKey.of(server.fingerprint("rsa")));
        for (String bad : List.of(
                "",
                "SHA256:short",
                "MD5:aa:bb",
                "ssh-rsa AAAA",
                line.replace("ssh-rsa", "ssh-ed25519"),
                "@revoked * " + line)) {
            assertThatThrownBy(() -> HostKey.of(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
