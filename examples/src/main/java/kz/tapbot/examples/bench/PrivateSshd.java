package kz.tapbot.examples.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;

/** An sshd on loopback that lets one key in, made for the measurement, and an {@code ssh} that the docker CLI finds and that uses that key. */
final class PrivateSshd implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final Process process;

    PrivateSshd(Path folder, Path engine) throws IOException, InterruptedException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        for (String key : List.of("host", "user")) {
            run(
                    "/usr/bin/ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(key).toString());
        }
        Files.copy(folder.resolve("user.pub"), folder.resolve("authorized_keys"));
        Path config = Files.writeString(folder.resolve("sshd_config"), """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s/host
                AuthorizedKeysFile %2$s/authorized_keys
                PidFile none
                UsePAM no
                StrictModes no
                SetEnv DOCKER_HOST=unix://%s
                """.formatted(port, folder, engine));
        Path ssh = Files.writeString(folder.resolve("ssh"), """
                #!/bin/sh
                exec /usr/bin/ssh -F none -i '%s/user' -o IdentitiesOnly=yes -o StrictHostKeyChecking=accept-new -o LogLevel=ERROR \\
                  -o 'UserKnownHostsFile=%1$s/known_hosts' "$@"
                """.formatted(folder));
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(Path.of("/run/sshd"));
        process = new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        awaitListening();
    }

    private void awaitListening() throws IOException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (tries == 200 || !process.isAlive()) {
                    throw new IOException("sshd did not start: " + Files.readString(folder.resolve("sshd.log")), e);
                }
                Thread.sleep(25);
            }
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (run.waitFor() != 0) {
            throw new IOException(command[0] + ": " + said);
        }
        return said;
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    SshTarget target() throws IOException {
        HostKeys keys =
                HostKeys.trust(Files.readString(folder.resolve("host.pub")).strip());
        return SshTarget.of(user(), "127.0.0.1", keys, SshLogin.keyFile(folder.resolve("user")))
                .port(port);
    }

    /** The docker CLI that reaches the engine through this sshd. */
    ProcessBuilder dockerCli(String... arguments) {
        List<String> command =
                new java.util.ArrayList<>(List.of("docker", "-H", "ssh://" + user() + "@127.0.0.1:" + port));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.to(folder.resolve("docker.log").toFile()));
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        return builder;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
