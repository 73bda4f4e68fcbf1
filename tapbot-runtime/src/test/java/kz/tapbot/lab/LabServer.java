package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.OperatingSystem;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshConnection;
import kz.tapbot.ssh.SshException;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;

/**
 * A bare Debian 12 server with systemd, sshd, UFW, fail2ban and a Docker Engine of its own: a container on the engine of the tests, with an address that
 * stays when it is restarted. Tests reach it by SSH with a key made for it, and meddle with it as somebody at its console would.
 */
public final class LabServer implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final LabNetwork network;
    private final DockerClient client;
    private final String id;
    private final String address;
    private final Path key;
    private String publicKey = "";

    LabServer(LabNetwork network, String id, String address, Path key) {
        this.network = network;
        this.client = network.client();
        this.id = id;
        this.address = address;
        this.key = key;
    }

    /** Starts one, alone in its network; whatever killed tests left is gone. Returns when it can be logged in to. */
    public static LabServer start() {
        LabNetwork network = LabNetwork.open(false);
        return network.server("lab-server", ServerImage.SERVER, List.of());
    }

    /** The same of another system, with sshd and nothing else. */
    public static LabServer of(OperatingSystem system) {
        LabNetwork network = LabNetwork.open(false);
        ServerImage image = ServerImage.valueOf(
                system.toString().toUpperCase(Locale.ROOT).replace(' ', '_').replace('.', '_'));
        return network.server("lab-server", image, List.of());
    }

    /** Starts one more on the same network, at the next address. It goes with the first. */
    public LabServer another() {
        return network.another();
    }

    /** Lets the lab in, and waits until it can be. */
    void begun() throws IOException {
        sh("ssh-keygen -q -t ed25519 -N '' -C lab -f /root/lab && mv /root/lab.pub /root/.ssh/authorized_keys");
        publicKey = sh("cat /root/.ssh/authorized_keys").strip();
        Files.writeString(key, sh("cat /root/lab; rm /root/lab"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        awaitSsh();
    }

    /** How a topology names it: reached by its address, as root, with its host key pinned. */
    public Server.Builder declared(String name) {
        return Server.builder()
                .name(ServerName.of(name))
                .host(HostAddress.of(address))
                .ssh(SshAccess.builder()
                        .addHostKeys(HostKeyFingerprint.of(hostKey()))
                        .build());
    }

    /** The fingerprint of its host key. */
    public String hostKey() {
        return sh("ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub").split(" ", 3)[1];
    }

    /** Its address, which stays. */
    public String address() {
        return address;
    }

    /** The key that root is let in with. */
    public SshLogin login() {
        return SshLogin.keyFile(key);
    }

    /** The file of the key that root is let in with. */
    public Path keyFile() {
        return key;
    }

    /** The same key as others may be let in with. */
    public String publicKey() {
        return publicKey;
    }

    /** How root logs in, at a port. */
    public SshTarget target(int port) {
        return SshTarget.of("root", address, HostKeys.trust(hostKey()), login()).port(port);
    }

    /** Runs a script as root at the console and returns what it says. */
    public String sh(String script) {
        return Console.run(client, id, "/bin/sh", "-c", script);
    }

    /** Gives its engine a small image that has Perl, a shell, {@code true} and {@code false}, made from what the server itself has. */
    public void image(String name) {
        sh(
                "tar -h -C / -cf - bin/true bin/false bin/sh bin/cat bin/echo bin/sleep bin/mkdir usr/bin/test usr/bin/perl usr/lib/$(uname -m)-linux-gnu/perl-base"
                        + " $(ldd /usr/bin/perl /bin/sh /bin/cat /bin/mkdir | grep -o '/lib[^ ]*' | sort -u | cut -c2-) | docker import - "
                        + name);
    }

    /** Whether a script ends well. */
    public boolean holds(String script) {
        return sh("if " + script + " >/dev/null 2>&1; then echo yes; else echo no; fi")
                .startsWith("yes");
    }

    /** Restarts it as a power cut does, and returns when its system is up again. */
    public void restart() {
        begin();
        awaitSsh();
    }

    /** Restarts it as a power cut does, and returns when its system is up, whether it can be logged in to or not. */
    public void begin() {
        client.killContainerCmd(id).exec();
        client.waitContainerCmd(id)
                .exec(new com.github.dockerjava.api.command.WaitContainerResultCallback())
                .awaitStatusCode();
        client.startContainerCmd(id).exec();
        awaitBoot();
    }

    private void awaitBoot() {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            try {
                sh("systemctl is-system-running --wait | grep -qE 'running|degraded'");
                return;
            } catch (IllegalStateException | ConflictException | NotFoundException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** Fails to log in by SSH from here, as somebody who is not there. */
    public void failsToLogIn() {
        SshTarget target = SshTarget.of("intruder", address, HostKeys.trust(hostKey()), login());
        try (SshConnection connection = SshConnection.open(target)) {
            throw new IllegalStateException("let in: " + connection.target());
        } catch (SshException e) {
            // As it shall be.
        }
    }

    /** Waits until sshd answers. */
    public void awaitSsh() {
        long end = System.nanoTime() + PATIENCE;
        while (!answers(22)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("sshd of the lab's server does not answer");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Whether somebody answers on a TCP port and says something, as sshd does. */
    public boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            socket.setSoTimeout(2_000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends its whole network. */
    @Override
    public void close() {
        network.close();
    }

    void forgetKey() throws IOException {
        Files.deleteIfExists(key);
    }
}
