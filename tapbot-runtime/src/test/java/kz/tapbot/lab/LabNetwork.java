package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.runtime.docker.internal.link.Removal;

/** A network of whole servers on the engine of the tests, with whoever else is in it. One at a time. */
public final class LabNetwork implements AutoCloseable {

    static final String LABEL = "kz.tapbot.lab.server";
    static final String NAME = "lab-servers";
    static final String PREFIX = "10.214.7.";
    private static final String PREFIX6 = "fd14:214:7::";
    private static final int FIRST = 10;

    /** What the machines of the tests lack, the kernel does not know, or is not a server's own, as the clock of the engine's machine. */
    private static final Set<Capability> NOT_GIVEN = EnumSet.of(
            Capability.ALL,
            Capability.SYS_RESOURCE,
            // Setting a zone, of which the kernel has one, puts its clock wrong by as many hours when it is done first.
            Capability.SYS_TIME,
            Capability.PERFMON,
            Capability.BPF,
            Capability.CHECKPOINT_RESTORE);

    private final DockerClient client = DockerClients.connect(EngineForTests.dialer());
    private final List<LabServer> servers = new ArrayList<>();
    private final boolean ipv6;
    private boolean closed;

    private LabNetwork(boolean ipv6) {
        this.ipv6 = ipv6;
    }

    /** An empty one; whatever killed tests left is gone. */
    public static LabNetwork open(boolean ipv6) {
        LabNetwork network = new LabNetwork(ipv6);
        network.clear();
        List<Network.Ipam.Config> blocks = new ArrayList<>();
        blocks.add(new Network.Ipam.Config().withSubnet(PREFIX + "0/24"));
        if (ipv6) {
            blocks.add(new Network.Ipam.Config().withSubnet(PREFIX6 + "/64"));
        }
        network.client
                .createNetworkCmd()
                .withName(NAME)
                .withLabels(Map.of(LABEL, "true"))
                .withEnableIpv6(ipv6)
                .withIpam(new Network.Ipam().withConfig(blocks))
                .exec();
        return network;
    }

    DockerClient client() {
        return client;
    }

    /** The address of the machine that the tests run on, as servers see it. */
    public static String here() {
        return PREFIX + 1;
    }

    /** The address by IPv6 of whoever has that one by IPv4. */
    public static String ipv6Of(String address) {
        return PREFIX6 + address.substring(PREFIX.length());
    }

    /** One more server, as a provider hands it over: Debian 12 with sshd and nothing else. It gets images where the neighbour keeps them. */
    public LabServer bare(String name, Neighbour registry) {
        return server(name, ServerImage.BARE, registry);
    }

    /** One more server with an engine, UFW and fail2ban installed, which gets images where the neighbour keeps them. */
    public LabServer ready(String name, Neighbour registry) {
        LabServer server = server(name, ServerImage.SERVER, registry);
        server.sh("systemctl restart docker");
        return server;
    }

    /** One more server with an engine, UFW and fail2ban installed. */
    public LabServer ready(String name) {
        return server(name, ServerImage.SERVER, List.of());
    }

    private LabServer server(String name, ServerImage image, Neighbour registry) {
        LabServer server = server(name, image, List.of(Neighbour.ELSEWHERE + ":" + registry.address()));
        server.sh("mkdir -p /etc/docker && echo '" + registry.engineSettings() + "' >/etc/docker/daemon.json");
        return server;
    }

    /** One more machine, that runs no service of the estate. */
    public Neighbour neighbour() {
        return Neighbour.start(this, address(200), address(201));
    }

    /** One more machine, from which servers are administered by others' tools. */
    public LabControl control() {
        return LabControl.start(this, address(202));
    }

    LabServer another() {
        return server("lab-server-" + (servers.size() + 1), ServerImage.SERVER, List.of());
    }

    LabServer server(String name, ServerImage image, List<String> known) {
        try {
            String address = address(FIRST + servers.size());
            String id = create(name, image.on(client), address, known);
            client.startContainerCmd(id).exec();
            LabServer server = new LabServer(this, id, address, Files.createTempFile("tapbot-lab", ".key"));
            servers.add(server);
            server.begun();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(int number) {
        return PREFIX + number;
    }

    private String create(String name, String image, String address, List<String> known) {
        HostConfig host = HostConfig.newHostConfig()
                .withCapAdd(EnumSet.complementOf(EnumSet.copyOf(NOT_GIVEN)).toArray(Capability[]::new))
                .withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined"))
                .withCgroupnsMode("private")
                .withTmpFs(Map.of("/run", "", "/tmp", "exec"))
                .withDevices(new Device("rwm", "/dev/net/tun", "/dev/net/tun"))
                // Loop devices, for disks that fail.
                .withDeviceCgroupRules(List.of("b 7:* rwm"))
                .withExtraHosts(known.toArray(String[]::new))
                .withNetworkMode(NAME);
        DockerObjectAccessor.overrideRawValue(host, "MaskedPaths", List.of());
        DockerObjectAccessor.overrideRawValue(host, "ReadonlyPaths", List.of());
        // Neither the engine's layers nor a swap file can lie on the layers of another engine.
        return create(
                name,
                image,
                address,
                host,
                new Volume("/var/lib/docker"),
                new Volume("/var/lib/containerd"),
                new Volume("/var/lib/tapbot"));
    }

    String create(String name, String image, String address, HostConfig host, Volume... volumes) {
        var command = client.createContainerCmd(image)
                .withName(name)
                .withHostName(name)
                .withLabels(Map.of(LABEL, "true"))
                .withHostConfig(host.withNetworkMode(NAME))
                .withVolumes(volumes)
                .withIpv4Address(address);
        if (ipv6) {
            command.withIpv6Address(ipv6Of(address));
        }
        return command.exec().getId();
    }

    /** Takes away what killed tests left, and nothing else. */
    private void clear() {
        for (Container container : client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(LABEL))
                .exec()) {
            gone(client, container.getId());
        }
        client.listNetworksCmd().withNameFilter(NAME).exec().stream()
                .filter(network ->
                        network.getLabels() != null && network.getLabels().containsKey(LABEL))
                .forEach(network -> client.removeNetworkCmd(network.getId()).exec());
    }

    /** With the volumes that have no name, which nothing would ever use again. */
    static void gone(DockerClient client, String id) {
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (ConflictException | NotFoundException e) {
            // Somebody is at it already.
        }
        Removal.isGone(client, id);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            clear();
            client.close();
            for (LabServer server : servers) {
                server.forgetKey();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
