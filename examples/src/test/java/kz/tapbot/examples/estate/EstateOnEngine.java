package kz.tapbot.examples.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.lab.Lab;
import kz.tapbot.lab.LabNetwork;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.OperatingSystem;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.HostPath;

/**
 * The second server of the estate as it is declared, on the engine of a lab: only where the server is and where its engine's socket lies are of the
 * lab. What names the first server, which has no engine here, is left out.
 */
final class EstateOnEngine {

    private static final HostPath SOCKET = HostPath.of("/var/run/docker.sock");

    private EstateOnEngine() {}

    static Topology dataServer(Topology estate, Lab lab) {
        Server declared = estate.server(ServerName.of("data")).orElseThrow();
        List<Service> services = new ArrayList<>();
        declared.services().forEach(service -> services.add(at(lab.socket(), service)));
        Server here = Server.builder()
                .from(declared)
                .host(lab.address())
                .services(services)
                .build();
        return Topology.builder()
                .from(estate)
                .name(TopologyName.of(Lab.PREFIX + "estate"))
                .servers(List.of(here))
                .links(List.of())
                .backups(List.of())
                .build();
    }

    /** Every image that the estate runs. */
    static List<String> images(Topology estate) {
        return estate.servers().stream()
                .flatMap(server -> server.services().stream())
                .filter(service -> !service.planned())
                .map(service -> service.image().value())
                .toList();
    }

    /**
     * The whole estate on servers of a lab: where they are, by which keys they are known and which system they run is of the lab, and who administers. Backups
     * need a key file that the lab does not have.
     */
    static Topology onServers(Topology estate, Map<String, LabServer> machines, String administrator) {
        List<Server> servers = new ArrayList<>();
        machines.forEach((name, machine) -> servers.add(Server.builder()
                .from(estate.server(ServerName.of(name)).orElseThrow())
                .host(HostAddress.of(machine.address()))
                .ipv6(IpAddress.of(LabNetwork.ipv6Of(machine.address())))
                .system(OperatingSystem.debian("12"))
                .ssh(machine.declared(name).build().ssh())
                .build()));
        Set<Cidr> admins = new TreeSet<>();
        for (String address : List.of(LabNetwork.here(), administrator)) {
            admins.add(Cidr.of(address + "/32"));
            admins.add(Cidr.of(LabNetwork.ipv6Of(address) + "/128"));
        }
        return Topology.builder()
                .from(estate)
                .name(TopologyName.of(Lab.PREFIX + "estate"))
                .addressSets(List.of(AddressSet.builder()
                        .name(AddressSetName.of("admins"))
                        .addAllBlocks(admins)
                        .build()))
                .servers(servers)
                .backups(List.of())
                .build();
    }

    private static Service at(HostPath socket, Service service) {
        List<Mount> mounts = service.mounts().stream()
                .map(mount -> mount.host().filter(SOCKET::equals).isPresent()
                        ? Mount.host(socket, mount.target(), mount.readOnly())
                        : mount)
                .toList();
        return Service.builder().from(service).mounts(mounts).build();
    }
}
