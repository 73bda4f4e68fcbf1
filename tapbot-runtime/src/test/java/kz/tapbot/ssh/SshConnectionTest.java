package kz.tapbot.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@OnSshd
class SshConnectionTest {

    private static SshServerForTests server;

    @BeforeAll
    static void start() {
        server = SshServerForTests.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static SshConnection open() throws SshException {
        return SshConnection.open(server.target());
    }

    @Test
    void a_command_gets_its_arguments_and_its_input_and_gives_both_outputs_and_its_status() throws Exception {
        try (SshConnection connection = open()) {
            CommandResult result = connection.run(CommandCall.of(
                            "sh",
                            "-c",
                            "printf '%s|' \"$@\"; cat; echo wrong >&2; exit 7",
                            "sh",
                            "a b",
                            "$(id)",
                            "it's",
                            "")
                    .input("in".getBytes(StandardCharsets.UTF_8)));

            assertThat(result.output().text()).isEqualTo("a b|$(id)|it's||in");
            assertThat(result.errors().text()).isEqualTo("wrong\n");
            assertThat(result.exitStatus()).contains(7);
            assertThat(result.signal()).isEmpty();
            assertThat(result.isGood()).isFalse();
        }
    }

    @Test
    void a_command_that_a_signal_ends_says_which() throws Exception {
        try (SshConnection connection = open()) {
            CommandResult result = connection.run(CommandCall.of("sh", "-c", "kill -KILL $$"));

            assertThat(result.exitStatus()).isEmpty();
            assertThat(result.signal()).contains("KILL");
        }
    }

    @Test
    void a_program_that_is_not_there_is_an_exit_status_and_a_word_of_the_shell() throws Exception {
        try (SshConnection connection = open()) {
            CommandResult result = connection.run(CommandCall.of("/nowhere/program"));

            assertThat(result.exitStatus()).contains(127);
            assertThat(result.errors().text()).contains("/nowhere/program");
        }
    }

    @Test
    void of_endless_outputs_the_beginning_and_the_end_are_kept_and_nobody_waits_for_the_other() throws Exception {
        try (SshConnection connection = open()) {
            CommandResult result = connection.run(CommandCall.of(
                            "sh",
                            "-c",
                            "echo begin; head -c 9000000 /dev/zero >&2; head -c 20000000 /dev/zero; echo end")
                    .mostOutput(20_000));

            assertThat(result.isGood()).isTrue();
            assertThat(result.output().bytes()).hasSize(20_000);
            assertThat(result.output().omitted()).isEqualTo(20_000_010L - 20_000);
            assertThat(result.output().text())
                    .startsWith("begin\n")
                    .endsWith("end\n")
                    .contains("\n[19980010 bytes left out]\n");
            assertThat(result.errors().omitted()).isEqualTo(9_000_000L - 20_000);
        }
    }

    @Test
    void a_command_that_takes_too_long_is_killed_with_everything_it_started() throws Exception {
        try (SshConnection connection = open()) {
            assertThatThrownBy(() -> connection.run(CommandCall.of("sh", "-c", "sleep 7654 & sleep 7653; true")
                            .limit(Duration.ofMillis(500))))
                    .isInstanceOf(SshException.class)
                    .hasMessage("The command sh on " + server.target().name()
                            + " took more than 500 ms; it was ended with everything it had started.");

            assertThat(connection
                            .run(CommandCall.of("pgrep", "-f", "^sleep 765[34]$"))
                            .exitStatus())
                    .contains(1);
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void a_command_that_ignores_the_request_to_end_is_ended_all_the_same() throws Exception {
        try (SshConnection connection = open();
                RunningCommand command = connection.start(
                        List.of("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.05; done"))) {
            assertThat(command.output().readNBytes(6))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("ready\n");

            assertThat(command.kill()).isTrue();
            assertThat(command.await(Duration.ofSeconds(10))).isTrue();
            assertThat(command.signal()).contains("KILL");
        }
    }

    @Test
    void an_interrupted_caller_leaves_no_command_behind() throws Exception {
        try (SshConnection connection = open()) {
            ExecutorService pool = Executors.newSingleThreadExecutor();
            try {
                Future<String> told = pool.submit(() -> {
                    try {
                        return connection
                                .run(CommandCall.of("sh", "-c", "exec sleep 7652"))
                                .toString();
                    } catch (SshException e) {
                        return e.getMessage() + " " + Thread.currentThread().isInterrupted();
                    }
                });
                while (!connection
                        .run(CommandCall.of("pgrep", "-f", "^sleep 7652$"))
                        .isGood()) {
                    SshServerForTests.pause();
                }
                pool.shutdownNow();

                assertThat(told.get())
                        .isEqualTo("The command sh on " + server.target().name()
                                + " was interrupted; it was ended with everything it had started. true");
            } finally {
                pool.shutdownNow();
            }
            assertThat(connection
                            .run(CommandCall.of("pgrep", "-f", "^sleep 7652$"))
                            .exitStatus())
                    .contains(1);
        }
    }

    @Test
    void more_commands_at_once_than_the_server_allows_sessions_all_end_well() throws Exception {
        try (SshConnection connection = open()) {
            ExecutorService pool = Executors.newFixedThreadPool(30);
            try {
                List<Callable<String>> all = new ArrayList<>();
                IntStream.range(0, 60)
                        .forEach(i -> all.add(() -> connection
                                .run(CommandCall.of("echo", Integer.toString(i)))
                                .output()
                                .text()));
                List<String> said = new ArrayList<>();
                for (Future<String> each : pool.invokeAll(all)) {
                    said.add(each.get());
                }
                assertThat(said)
                        .isEqualTo(
                                IntStream.range(0, 60).mapToObj(i -> i + "\n").toList());
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Test
    void a_unix_socket_is_reached_and_its_end_of_input_too() throws Exception {
        Path path = server.home().resolve("reverse.sock");
        try (ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                SshConnection connection = open()) {
            listening.bind(UnixDomainSocketAddress.of(path));
            Thread answering = new Thread(() -> answer(listening));
            answering.start();

            try (SshChannel channel = connection.openUnixSocket(path.toString())) {
                byte[] much = new byte[5_000_000];
                java.util.Arrays.fill(much, (byte) 'x');
                channel.out().write(much);
                channel.closeOutput();

                assertThat(channel.in().readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("got 5000000");
                assertThat(channel.isOpen()).isFalse();
            }
            answering.join();
        }
    }

    private static void answer(ServerSocketChannel listening) {
        try (SocketChannel channel = listening.accept()) {
            ByteBuffer buffer = ByteBuffer.allocate(65_536);
            long count = 0;
            for (int read = channel.read(buffer); read >= 0; read = channel.read(buffer)) {
                count += read;
                buffer.clear();
            }
            channel.write(ByteBuffer.wrap(("got " + count).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_socket_that_is_not_there_is_refused_and_the_connection_goes_on() throws Exception {
        try (SshConnection connection = open()) {
            assertThatThrownBy(() -> connection.openUnixSocket("/nowhere.sock"))
                    .hasMessage("No channel to /nowhere.sock on "
                            + server.target().name() + ": the server refuses (connect_failed).");
            assertThat(connection.run(CommandCall.of("true")).isGood()).isTrue();
        }
    }

    @Test
    void a_close_ends_a_read_and_a_write_that_wait_and_nothing_else_on_the_connection() throws Exception {
        try (SshConnection connection = open()) {
            SshChannel reading = connection.openCommand(List.of("sleep", "600"));
            SshChannel writing = connection.openCommand(List.of("sleep", "601"));
            ExecutorService pool = Executors.newCachedThreadPool();
            try {
                Future<?> read = pool.submit(() -> reading.in().read());
                Future<?> write = pool.submit(() -> {
                    writing.out().write(new byte[50_000_000]);
                    return null;
                });
                reading.close();
                writing.close();

                assertThatThrownBy(read::get).hasRootCauseMessage("the channel is closed");
                assertThatThrownBy(write::get).hasRootCauseMessage("the channel is closed");
                assertThat(connection.run(CommandCall.of("echo", "on")).output().text())
                        .isEqualTo("on\n");
                connection.run(CommandCall.of("pkill", "-f", "^sleep 60[01]$"));
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Test
    void a_channel_that_is_closed_while_it_is_flooded_leaves_the_connection_whole() throws Exception {
        try (SshConnection connection = open()) {
            for (int i = 0; i < 20; i++) {
                SshChannel flood = connection.openCommand(List.of("yes"));
                assertThat(flood.in().readNBytes(10)).hasSize(10);
                flood.close();
            }
            assertThat(connection.run(CommandCall.of("echo", "on")).output().text())
                    .isEqualTo("on\n");
        }
    }

    @Test
    void a_server_behind_another_is_reached_by_it_and_its_own_key_is_checked() throws Exception {
        try (SshServerForTests inner = SshServerForTests.start();
                SshConnection connection = SshConnection.open(inner.target().via(server.target()))) {
            assertThat(connection.run(CommandCall.of("echo", "inside")).output().text())
                    .isEqualTo("inside\n");
            assertThat(inner.log()).contains("Accepted key");

            assertThatThrownBy(() -> SshConnection.open(inner.target(
                                    HostKeys.trust(server.fingerprint("ed25519")), SshLogin.keyFile(inner.userKey()))
                            .via(server.target())))
                    .isInstanceOf(HostKeyRefusedException.class);
        }
    }

    /** Its outputs have ended, as they do when all is well. */
    @Test
    void a_command_of_which_nobody_has_said_how_it_ended_is_told_as_cut_off() throws Exception {
        try (SshServerForTests own = SshServerForTests.start();
                SshConnection connection = SshConnection.open(own.target())) {
            assertThatThrownBy(() -> connection.run(
                            CommandCall.of("sh", "-c", "exec >&- 2>&-; sleep 0.3; kill -KILL $PPID; sleep 1")))
                    .isInstanceOf(SshException.class)
                    .hasMessageContaining(" was cut off: ");
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @Test
    void a_connection_that_the_server_ends_is_known_to_be_closed() throws Exception {
        try (SshServerForTests own = SshServerForTests.start();
                SshConnection connection = SshConnection.open(own.target());
                SshChannel channel = connection.openCommand(List.of("sleep", "600"))) {
            own.endConnections();

            InputStream in = channel.in();
            assertThatThrownBy(in::read)
                    .isInstanceOf(SshException.class)
                    .hasMessage("the server has ended the connection");
            assertThatThrownBy(() -> connection.run(CommandCall.of("true"))).isInstanceOf(SshException.class);
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @Test
    void no_thread_is_left_when_a_connection_is_closed() throws Exception {
        Set<Thread> ofOthers = threads();
        Set<Thread> own;
        try (SshConnection connection = open()) {
            connection.run(CommandCall.of("true"));
            own = threads();
            own.removeAll(ofOthers);
            assertThat(own).isNotEmpty();
        }
        for (Thread thread : own) {
            thread.join(Duration.ofSeconds(20).toMillis());
        }
        assertThat(own).noneMatch(Thread::isAlive);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ssh"))
                .collect(Collectors.toSet());
    }

    @Test
    void an_rsa_key_a_passphrase_and_their_mistakes() throws Exception {
        try (SshServerForTests own = SshServerForTests.start()) {
            HostKeys keys = HostKeys.trust(own.hostKey("ed25519"));
            Path rsa = own.makeUserKey("rsa", "rsa", "");
            Path locked = own.makeUserKey("locked", "ed25519", "open sesame");
            Path unknown = own.makeUserKey("unknown", "ed25519", "");
            own.authorize("rsa", "locked");
            SshConnection.open(own.target(keys, SshLogin.keyFile(rsa))).close();
            SshConnection.open(own.target(keys, SshLogin.keyFile(locked, "open sesame"::toCharArray)))
                    .close();

            assertThatThrownBy(() -> SshConnection.open(own.target(keys, SshLogin.keyFile(locked))))
                    .isInstanceOf(LoginRefusedException.class)
                    .hasMessage("The key file " + locked + " cannot be used: it has a passphrase.");
            assertThatThrownBy(() -> SshConnection.open(own.target(keys, SshLogin.keyFile(locked, "no"::toCharArray))))
                    .hasMessage("The key file " + locked + " cannot be used: the passphrase is not the right one.");
            assertThatThrownBy(() -> SshConnection.open(own.target(keys, SshLogin.keyFile(Path.of("/nowhere/id")))))
                    .hasMessage("The key file /nowhere/id cannot be used: there is no such file.");
            assertThatThrownBy(() -> SshConnection.open(own.target(keys, SshLogin.keyFile(Path.of("/etc/passwd")))))
                    .hasMessage("The key file /etc/passwd cannot be used: it is no private key in OpenSSH's format"
                            + " (\"BEGIN OPENSSH PRIVATE KEY\").");
            own.clearLog();
            assertThatThrownBy(() -> SshConnection.open(own.target(keys, SshLogin.keyFile(unknown))))
                    .isInstanceOf(LoginRefusedException.class)
                    .hasMessageMatching("Server \\S+ does not take the key in " + unknown
                            + " \\(SHA256:\\S{43}\\); it lets in by publickey(, keyboard-interactive)?\\. Is the public key in authorized_keys of"
                            + " user \\S+\\?");
            assertThat(own.log().split("Failed publickey", -1)).hasSize(2);
        }
    }

    @Test
    void an_agent_signs_and_one_with_several_keys_has_to_be_told_which() throws Exception {
        Path socket = server.home().resolve("agent.sock");
        Process agent = new ProcessBuilder("/usr/bin/ssh-agent", "-D", "-a", socket.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (SshServerForTests own = SshServerForTests.start()) {
            while (!java.nio.file.Files.exists(socket)) {
                SshServerForTests.pause();
            }
            HostKeys keys = HostKeys.trust(own.fingerprint("ed25519"));
            assertThatThrownBy(() -> SshConnection.open(own.target(keys, SshLogin.agent(socket))))
                    .hasMessage("The SSH agent at " + socket + " cannot be used: it holds no key.");
            add(socket, own.userKey());
            SshConnection.open(own.target(keys, SshLogin.agent(socket))).close();

            for (String type : List.of("rsa", "ecdsa")) {
                Path other = own.makeUserKey(type, type, "");
                add(socket, other);
            }
            own.authorize("rsa", "ecdsa");
            assertThatThrownBy(() -> SshConnection.open(own.target(keys, SshLogin.agent(socket))))
                    .isInstanceOf(LoginRefusedException.class)
                    .hasMessageStartingWith(
                            "The SSH agent at " + socket
                                    + " cannot be used: it holds several keys, and only one is offered to a server: say which. It holds ssh-ed25519 SHA256:");
            for (String type : List.of("rsa", "ecdsa")) {
                String key = java.nio.file.Files.readString(own.home().resolve(type + ".pub"))
                        .strip();
                SshConnection.open(own.target(keys, SshLogin.agent(socket, key)))
                        .close();
            }
        } finally {
            agent.destroyForcibly();
        }
        assertThatThrownBy(() -> SshConnection.open(server.target(
                        HostKeys.trust(server.fingerprint("ed25519")), SshLogin.agent(Path.of("/nowhere/agent")))))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageStartingWith(
                        "The SSH agent at /nowhere/agent cannot be used: it does not answer as an agent does: ");
    }

    private static void add(Path socket, Path key) throws Exception {
        ProcessBuilder add = new ProcessBuilder("/usr/bin/ssh-add", "-q", key.toString());
        add.environment().put("SSH_AUTH_SOCK", socket.toString());
        assertThat(add.start().waitFor()).isZero();
    }

    @Test
    void a_login_shell_that_runs_nothing_is_told() throws Exception {
        try (SshServerForTests own = SshServerForTests.start("ForceCommand echo This account is not available");
                SshConnection connection = SshConnection.open(own.target())) {
            assertThatThrownBy(() -> connection.run(CommandCall.of("true")))
                    .hasMessage(
                            "The shell of " + own.target().name()
                                    + " does not run commands: is the login shell of that user one, and is it silent without a terminal?");
            assertThat(Optional.of(connection.isOpen())).contains(true);
        }
    }
}
