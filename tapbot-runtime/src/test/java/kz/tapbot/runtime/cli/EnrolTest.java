package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.ssh.OnSshd;
import kz.tapbot.ssh.SshServerForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@OnSshd
class EnrolTest {

    private static final String OLD = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";

    private static SshServerForTests server;

    @BeforeAll
    static void start() {
        server = SshServerForTests.start();
        server.makeHostKey("rsa");
        server.makeHostKey("ecdsa");
        server.restart();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Topology pinning(String... keys) {
        return topology(server.port(), keys);
    }

    /** Not by the DSL, which refuses addresses that only the machine itself can reach. */
    private static Topology topology(int port, String... keys) {
        SshAccess.Builder access = SshAccess.builder();
        access.port(port);
        for (String key : keys) {
            access.addHostKeys(HostKeyFingerprint.of(key));
        }
        return Topology.builder()
                .name(TopologyName.of("shop"))
                .addServers(Server.builder()
                        .name(ServerName.of("box"))
                        .host(HostAddress.of("127.0.0.1"))
                        .ssh(access.build())
                        .build())
                .build();
    }

    private static String keys(String first) {
        return "Server box, 127.0.0.1 port " + server.port()
                + "\n  ssh-ed25519          " + server.fingerprint("ed25519") + "  " + first
                + "\n  ssh-rsa              " + server.fingerprint("rsa") + "  not pinned"
                + "\n  ecdsa-sha2-nistp256  " + server.fingerprint("ecdsa") + "  of a type that Tapbot does not use\n";
    }

    private static final String COMPARE = """

            Whoever stands between you and a server can offer keys of their own. Compare before you paste, by another way:
            at the provider's console, or on the machine itself, with ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub
            """;

    @Test
    void all_keys_are_shown_with_a_line_to_paste_and_nobody_logs_in() {
        Ended ended = Shell.of(() -> pinning(OLD)).run("enrol");

        assertThat(ended.out())
                .isEqualTo(keys("not pinned") + "  pinned, not offered  " + OLD + "\n  to pin the first:\n    .ssh(ssh -> ssh.hostKey(\""
                        + server.fingerprint("ed25519") + "\"))\n" + COMPARE);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(server.log()).doesNotContain("Accepted").doesNotContain("Failed");
    }

    @Test
    void a_pinned_key_is_told_and_needs_no_line() {
        assertThat(Shell.of(() -> pinning(server.fingerprint("ed25519"))).run("enrol", "--server", "box").out())
                .isEqualTo(keys("pinned") + COMPARE);
    }

    @Test
    void a_program_reads_them_too() throws Exception {
        Ended ended = Shell.of(() -> pinning(OLD)).run("enrol", "--json");

        JsonNode box = new ObjectMapper().readTree(ended.out()).path("servers").get(0);
        assertThat(box.path("reached").booleanValue()).isTrue();
        assertThat(box.path("keys").get(0).path("fingerprint").textValue()).isEqualTo(server.fingerprint("ed25519"));
        assertThat(box.path("keys").get(0).path("pinned").booleanValue()).isFalse();
        assertThat(box.path("keys").size()).isEqualTo(3);
        assertThat(box.path("notOffered").get(0).textValue()).isEqualTo(OLD);
    }

    @Test
    void a_server_that_is_not_reached_is_told_and_the_command_ends_with_5() {
        Ended ended = Shell.of(() -> topology(1, OLD)).run("enrol");

        assertThat(ended.out())
                .isEqualTo("Server box, 127.0.0.1 port 1\n  No SSH connection to 127.0.0.1:1: no connection: Connection refused.\n");
        assertThat(ended.code()).isEqualTo(5);
    }
}
