package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.tapbot.Tapbot;
import kz.tapbot.command.Terminal;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.runtime.cli.internal.option.Reading;
import kz.tapbot.ssh.HostKeyScan;
import kz.tapbot.ssh.OnSshd;
import kz.tapbot.ssh.SshLimits;
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

    private static Topology topology(int port, String... keys) {
        return Tapbot.topology(
                "shop",
                t -> t.server(
                        "box",
                        HostAddress.of("203.0.113.20"),
                        s -> s.administeredFrom(t.addresses("office", "198.51.100.7/32"))
                                .ssh(ssh -> ssh.port(port).hostKey(keys))));
    }

    /** The server of a topology is never on loopback, where the one of this test is. */
    private static Ended enrol(Topology topology, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Map.of());
        Invocation in = new Invocation(
                "enrol", Reading.read(Verbs.spec("enrol").orElseThrow(), List.of(options)), () -> topology, terminal);
        ExitCode code = new EnrolVerb((host, port) -> HostKeyScan.of("127.0.0.1", port, SshLimits.standard())).run(in);
        return new Ended(code.number(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String keys(String first) {
        return "Server box, 203.0.113.20 port " + server.port()
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
        Ended ended = enrol(topology(server.port(), OLD));

        assertThat(ended.out())
                .isEqualTo(keys("not pinned") + "  pinned, not offered  " + OLD
                        + "\n  to pin the first:\n    .ssh(ssh -> ssh.hostKey(\"" + server.fingerprint("ed25519")
                        + "\"))\n" + COMPARE);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(server.log()).doesNotContain("Accepted").doesNotContain("Failed");
    }

    @Test
    void a_pinned_key_is_told_and_needs_no_line() {
        assertThat(enrol(topology(server.port(), server.fingerprint("ed25519")), "--server", "box")
                        .out())
                .isEqualTo(keys("pinned") + COMPARE);
    }

    @Test
    void a_program_reads_them_too() throws Exception {
        Ended ended = enrol(topology(server.port(), OLD), "--json");

        JsonNode box = new ObjectMapper().readTree(ended.out()).path("servers").get(0);
        assertThat(box.path("reached").booleanValue()).isTrue();
        assertThat(box.path("keys").get(0).path("fingerprint").textValue()).isEqualTo(server.fingerprint("ed25519"));
        assertThat(box.path("keys").get(0).path("pinned").booleanValue()).isFalse();
        assertThat(box.path("keys").size()).isEqualTo(3);
        assertThat(box.path("notOffered").get(0).textValue()).isEqualTo(OLD);
    }

    @Test
    void of_a_server_behind_another_machine_that_machine_is_asked() {
        Topology topology = Tapbot.topology(
                "shop",
                t -> t.server(
                        "box",
                        HostAddress.of("203.0.113.20"),
                        s -> s.administeredFrom(t.addresses("office", "198.51.100.0/24"))
                                .ssh(ssh -> ssh.port(2200)
                                        .through(
                                                HostAddress.of("198.51.100.9"),
                                                jump -> jump.port(server.port()).hostKey(OLD)))));
        Ended ended = enrol(topology);
        assertThat(ended.out())
                .isEqualTo(
                        "Before " + keys("not pinned").replace("Server box, 203.0.113.20", "server box, 198.51.100.9")
                                + "  pinned, not offered  " + OLD
                                + "\n  to pin the first:\n    .ssh(ssh -> ssh.through(HostAddress.of(\"198.51.100.9\"), jump -> jump.hostKey(\""
                                + server.fingerprint("ed25519") + "\")))\n"
                                + "\nServer box, 203.0.113.20 port 2200\n  It is reached only from 198.51.100.9, and nobody is logged in to for this."
                                + " Ask there: ssh-keyscan -p 2200 203.0.113.20 | ssh-keygen -lf -\n"
                                + COMPARE);
        assertThat(ended.code()).isEqualTo(5);
    }

    @Test
    void a_server_that_is_not_reached_is_told_and_the_command_ends_with_5() {
        Ended ended = enrol(topology(1, OLD));
        assertThat(ended.out())
                .isEqualTo(
                        "Server box, 203.0.113.20 port 1\n  No SSH connection to 127.0.0.1:1: no connection: Connection refused.\n");
        assertThat(ended.code()).isEqualTo(5);
    }
}
