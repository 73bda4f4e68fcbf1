package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.StreamType;
import com.github.dockerjava.api.model.Volume;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.runtime.docker.internal.link.Removal;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;

/**
 * A bare Debian 12 server with systemd, sshd, UFW, fail2ban and a Docker Engine of its own: a container on the engine of the tests, with an address that
 * stays when it is restarted. Tests reach it by SSH with a key made for it, and meddle with it as somebody at its console would.
 */
public final class LabServer implements AutoCloseable {

    private static final String LABEL = "kz.tapbot.lab.server";
    private static final String NETWORK = "lab-servers";
    private static final String PREFIX = "10.214.7.";
    private static final int FIRST = 10;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    /** What the machines of the tests lack, or the kernel does not know. */
    private static final Set<Capability> NOT_GIVEN = EnumSet.of(
            Capability.ALL, Capability.SYS_RESOURCE, Capability.PERFMON, Capability.BPF, Capability.CHECKPOINT_RESTORE);

    private final DockerClient client;
    private final String id;
    private final String address;
    private final Path key;

    private LabServer(DockerClient client, String id, String address, Path key) {
        this.client = client;
        this.id = id;
        this.address = address;
        this.key = key;
    }

    /** Starts one; whatever killed tests left is gone. Returns when it can be logged in to. */
    public static LabServer start() {
        DockerClient client = DockerClients.connect(EngineForTests.dialer());
        try {
            clear(client);
            return start(client, client.createNetworkCmd());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabServer start(DockerClient client, com.github.dockerjava.api.command.CreateNetworkCmd network)
            throws IOException {
        network.withName(NETWORK)
                .withLabels(Map.of(LABEL, "true"))
                .withIpam(new Network.Ipam().withConfig(new Network.Ipam.Config().withSubnet(PREFIX + "0/24")))
                .exec();
        return start(client, "lab-server", FIRST);
    }

    /** Starts one more on the same network, at the next address. It goes with the first. */
    public LabServer another() {
        DockerClient client = DockerClients.connect(EngineForTests.dialer());
        try {
            int number = client.listContainersCmd()
                            .withShowAll(true)
                            .withLabelFilter(List.of(LABEL))
                            .exec()
                            .size()
                    + 1;
            return start(client, "lab-server-" + number, FIRST + number - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabServer start(DockerClient client, String name, int number) throws IOException {
        String address = PREFIX + number;
        String id = create(client, name, address);
        client.startContainerCmd(id).exec();
        Path key = Files.createTempFile("tapbot-lab", ".key");
        LabServer server = new LabServer(client, id, address, key);
        server.sh("ssh-keygen -q -t ed25519 -N '' -C lab -f /root/lab && mv /root/lab.pub /root/.ssh/authorized_keys");
        Files.writeString(key, server.sh("cat /root/lab; rm /root/lab"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        server.awaitSsh();
        return server;
    }

    private static String create(DockerClient client, String name, String address) {
        HostConfig host = HostConfig.newHostConfig()
                .withCapAdd(EnumSet.complementOf(EnumSet.copyOf(NOT_GIVEN)).toArray(Capability[]::new))
                .withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined"))
                .withCgroupnsMode("private")
                .withTmpFs(Map.of("/run", "", "/tmp", "exec"))
                .withDevices(new Device("rwm", "/dev/net/tun", "/dev/net/tun"))
                .withNetworkMode(NETWORK);
        DockerObjectAccessor.overrideRawValue(host, "MaskedPaths", List.of());
        DockerObjectAccessor.overrideRawValue(host, "ReadonlyPaths", List.of());
        return client.createContainerCmd(ServerImage.on(client))
                .withName(name)
                .withHostName(name)
                .withLabels(Map.of(LABEL, "true"))
                .withHostConfig(host)
                // Neither the engine's layers nor a swap file can lie on the layers of another engine.
                .withVolumes(new Volume("/var/lib/docker"), new Volume("/var/lib/tapbot"))
                .withIpv4Address(address)
                .exec()
                .getId();
    }

    /** Takes away what killed tests left, and nothing else. */
    private static void clear(DockerClient client) {
        for (Container container : client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(LABEL))
                .exec()) {
            Removal.isGone(client, container.getId());
        }
        client.listNetworksCmd().withNameFilter(NETWORK).exec().stream()
                .filter(network ->
                        network.getLabels() != null && network.getLabels().containsKey(LABEL))
                .forEach(network -> client.removeNetworkCmd(network.getId()).exec());
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

    /** How root logs in, at a port. */
    public SshTarget target(int port) {
        return SshTarget.of("root", address, HostKeys.trust(hostKey()), login()).port(port);
    }

    /** Runs a script as root at the console and returns what it says. */
    public String sh(String script) {
        String exec = client.execCreateCmd(id)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withCmd("/bin/sh", "-c", script)
                .exec()
                .getId();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            client.execStartCmd(exec)
                    .withStdIn(new ByteArrayInputStream(new byte[0]))
                    .exec(new ResultCallback.Adapter<Frame>() {
                        @Override
                        public void onNext(Frame frame) {
                            byte[] bytes = Arrays.copyOf(frame.getPayload(), frame.getPayload().length);
                            if (frame.getStreamType() != StreamType.STDIN) {
                                said.writeBytes(bytes);
                            }
                        }
                    })
                    .awaitCompletion();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        Long status = client.inspectExecCmd(exec).exec().getExitCodeLong();
        if (status == null || status != 0) {
            throw new IllegalStateException("status " + status + " of " + script + ": " + text);
        }
        return text;
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

    @Override
    public void close() {
        try {
            clear(client);
            client.close();
            Files.deleteIfExists(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
