package kz.tapbot.runtime.plan;

import java.util.List;
import java.util.function.UnaryOperator;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.volume.Volume;

/** Small topologies for tests of plans. */
final class Declared {

    static final ServerName DATA = ServerName.of("data");

    private Declared() {}

    /** One server without a firewall, and with what is added. */
    static Topology server(UnaryOperator<Server.Builder> with) {
        Server.Builder server =
                Server.builder().name(DATA).host(HostAddress.of("203.0.113.20")).firewall(false);
        return Topology.builder()
                .name(TopologyName.of("shop"))
                .addServers(with.apply(server).build())
                .build();
    }

    /** PostgreSQL with a database on a network and a volume, and a bot that needs it. */
    static Topology shop() {
        return shop(postgres -> postgres, bot -> bot);
    }

    static Topology shop(UnaryOperator<Service.Builder> postgres, UnaryOperator<Service.Builder> bot) {
        return server(server -> server.addNetworks(network(false))
                .addVolumes(Volume.builder().name(VolumeName.of("pgdata")).build())
                .addServices(
                        postgres.apply(postgres()).build(), bot.apply(bot()).build()));
    }

    static Network network(boolean internal) {
        return Network.builder().name(NetworkName.of("web")).internal(internal).build();
    }

    static Service.Builder service(String name, String image) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("container"))
                .image(Image.of(image));
    }

    static Service.Builder postgres() {
        return service("postgres", "postgres:16.9")
                .addNetworks(web())
                .addMounts(Mount.volume(
                        new VolumeId(DATA, VolumeName.of("pgdata")), ContainerPath.of("/var/lib/postgresql/data")))
                .healthCheck(HealthCheck.of(Command.of("pg_isready")))
                .places(Places.of(DeclaredAt.at("Shop.java", 12)))
                .addProvisions(Provision.builder()
                        .kind("database")
                        .name("shop")
                        .probe(Command.of("psql", "shop"))
                        .create(Command.of("createdb", "shop"))
                        .build());
    }

    static Service.Builder bot() {
        return service("bot", "registry.example/bot:1.4.2")
                .addNetworks(web())
                .healthCheck(HealthCheck.of(Command.of("/bot", "ready")))
                .addNeeds(new Need(new ServiceId(DATA, ServiceName.of("postgres")), true));
    }

    static Attachment web() {
        return Attachment.to(new NetworkId(DATA, NetworkName.of("web")));
    }

    static Service.Builder publishing(String name, int port) {
        return service(name, "registry.example/" + name + ":1.0.0").addPublications(Publication.open(Port.tcp(port)));
    }

    static HostService webmin(String configuration) {
        return HostService.builder()
                .name(ServiceName.of("webmin"))
                .kind(ServiceKind.of("webmin"))
                .packageName(PackageName.of("webmin"))
                .unit(UnitName.of("webmin.service"))
                .port(Port.tcp(8442))
                .files(List.of(new HostFile(
                        HostPath.of("/etc/webmin/miniserv.conf"), Content.text(configuration), FileMode.ALL_READ)))
                .build();
    }
}
