package kz.tapbot.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real sshd of its own on a free port of loopback, with a host key (Ed25519, unless a
 * test makes more) and one user key that are made for it, gone when it is closed. */
public final class SshServerForTests implements AutoCloseable {

    static final String NONE = "no sshd to test with: install openssh-server and openssh-client";

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Path KEYGEN = Path.of("/usr/bin/ssh-keygen");

    private final Path home;
    private final int port;
    private final List<String> settings;
    private Process process;

    private SshServerForTests(Path home, int port, List<String> settings) {
        this.home = home;
        this.port = port;
        this.settings = settings;
    }

    static boolean isThere() {
        return Files.isExecutable(SSHD) && Files.isExecutable(KEYGEN);
    }

    /** With those lines before the usual ones, so that they win. */
    public static SshServerForTests start(String... settings) {
        try {
            Path home = Files.createTempDirectory("tapbot-sshd");
            SshServerForTests server =
                    new SshServerForTests(home, freePort(), new ArrayList<>(Arrays.asList(settings)));
            server.makeHostKey("ed25519");
            server.makeUserKey("id", "ed25519", "");
            server.authorize("id");
            server.restart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Makes a host key of that type, anew if there is one. */
    public void makeHostKey(String type) {
        Path file = home.resolve("host_" + type);
        delete(file);
        delete(home.resolve("host_" + type + ".pub"));
        keygen(file, type, "");
    }

    /** Takes a host key away. */
    void removeHostKey(String type) {
        delete(home.resolve("host_" + type));
    }

    private void keygen(Path file, String type, String passphrase) {
        List<String> command = new ArrayList<>(
                List.of(KEYGEN.toString(), "-q", "-t", type, "-N", passphrase, "-C", "test", "-f", file.toString()));
        if (type.equals("rsa")) {
            command.addAll(List.of("-b", "2048"));
        }
        run(command);
    }

    static String run(List<String> command) {
        try {
            Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
            run.getOutputStream().close();
            String said = new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (run.waitFor() != 0) {
                throw new IllegalStateException(command.get(0) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a key to log in with. */
    public Path makeUserKey(String name, String type, String passphrase) {
        Path file = home.resolve(name);
        keygen(file, type, passphrase);
        return file;
    }

    /** Lets these keys in, and no others. */
    public void authorize(String... names) {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(read(home.resolve(name + ".pub")));
        }
        write(home.resolve("authorized_keys"), all.toString());
    }

    /** Starts it, anew if it runs; returns when it takes connections. */
    public void restart() {
        stop();
        StringBuilder config = new StringBuilder();
        settings.forEach(line -> config.append(line).append('\n'));
        config.append("Port ").append(port).append("\nListenAddress 127.0.0.1\n");
        for (String type : List.of("ed25519", "rsa", "ecdsa")) {
            Path key = home.resolve("host_" + type);
            if (Files.exists(key)) {
                config.append("HostKey ").append(key).append('\n');
            }
        }
        config.append("AuthorizedKeysFile ")
                .append(home.resolve("authorized_keys"))
                .append('\n');
        config.append(
                "PidFile none\nUsePAM no\nStrictModes no\nPasswordAuthentication no\nMaxStartups 100\nLogLevel VERBOSE\n");
        write(home.resolve("sshd_config"), config.toString());
        try {
            Files.createDirectories(Path.of("/run/sshd"));
            process = new ProcessBuilder(
                            SSHD.toString(),
                            "-D",
                            "-e",
                            "-f",
                            home.resolve("sshd_config").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitListening();
    }

    private void awaitListening() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IllegalStateException("sshd did not start: " + log());
                }
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens, on loopback. */
    public int port() {
        return port;
    }

    /** The private key that is let in. */
    public Path userKey() {
        return home.resolve("id");
    }

    /** A directory of its own, which goes with it. */
    public Path home() {
        return home;
    }

    /** The user it runs as, which is the only one that can log in if that is not root. */
    public String user() {
        return System.getProperty("user.name");
    }

    /** The host key of that type, as in its .pub file. */
    public String hostKey(String type) {
        return read(home.resolve("host_" + type + ".pub")).strip();
    }

    /** The fingerprint of the host key of that type, as ssh-keygen prints it. */
    public String fingerprint(String type) {
        String line = run(List.of(
                KEYGEN.toString(), "-lf", home.resolve("host_" + type + ".pub").toString()));
        return line.split(" ", 3)[1];
    }

    /** How a test logs in that has nothing else to say. */
    public SshTarget target() {
        return target(HostKeys.trust(fingerprint("ed25519")), SshLogin.keyFile(userKey()));
    }

    /** How a test logs in. */
    public SshTarget target(HostKeys keys, SshLogin login) {
        return SshTarget.of(user(), "127.0.0.1", keys, login).port(port);
    }

    /** What it has logged so far. */
    public String log() {
        Path log = home.resolve("log");
        return Files.exists(log) ? read(log) : "";
    }

    /** Waits until it has logged that. */
    public void awaitLog(String text) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!log().contains(text)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("sshd did not log \"" + text + "\" but: " + log());
            }
            pause();
        }
    }

    /** Forgets what it has logged. */
    void clearLog() {
        write(home.resolve("log"), "");
    }

    /** Ends the processes that serve connections, as a kill or a crash does; the server goes on. */
    public void endConnections() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** The processes that serve connections. */
    Stream<ProcessHandle> processes() {
        return process.descendants();
    }

    private void stop() {
        if (process != null) {
            List<ProcessHandle> all = process.descendants().toList();
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(SshServerForTests::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
