package kz.tapbot.examples.estate;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.lab.Lab;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
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

    private static Service at(HostPath socket, Service service) {
        List<Mount> mounts = service.mounts().stream()
                .map(mount -> mount.host().filter(SOCKET::equals).isPresent()
                        ? Mount.host(socket, mount.target(), mount.readOnly())
                        : mount)
                .toList();
        return Service.builder().from(service).mounts(mounts).build();
    }
}
