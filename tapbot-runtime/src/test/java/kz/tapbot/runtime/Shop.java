package kz.tapbot.runtime;

import java.util.function.UnaryOperator;
import kz.tapbot.model.Topology;
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
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.volume.Volume;

/**
 * Two servers whose plan a reader has in mind: on {@code data} a database, a bot that needs it and a clock that needs nothing; on {@code app} a page on
 * port 80.
 */
final class Shop {

    static final Image DATABASE = Image.of("postgres:16.9");
    static final Image BOT = Image.of("registry.example/bot:1.4.2");
    static final Image CLOCK = Image.of("registry.example/clock:1.0.0");
    static final Image PAGE = Image.of("registry.example/page:1.0.0");
    static final ServerName APP = ServerName.of("app");
    static final ServerName DATA = ServerName.of("data");
    static final NetworkName WEB = NetworkName.of("web");

    private Shop() {}

    static Topology topology() {
        return topology(data -> data);
    }

    static Topology topology(UnaryOperator<Server.Builder> data) {
        return Topology.builder()
                .name(TopologyName.of("shop"))
                .addServers(app().build(), data.apply(data()).build())
                .build();
    }

    static Server.Builder app() {
        return Server.builder()
                .name(APP)
                .host(HostAddress.of("203.0.113.10"))
                .firewall(false)
                .addServices(service("page", PAGE)
                        .addPublications(Publication.open(Port.tcp(80)))
                        .build());
    }

    static Server.Builder data() {
        return Server.builder()
                .name(DATA)
                .host(HostAddress.of("203.0.113.20"))
                .firewall(false)
                .addNetworks(Network.builder().name(WEB).build())
                .addVolumes(Volume.builder().name(VolumeName.of("pgdata")).build())
                .addServices(
                        service("postgres", DATABASE)
                                .addNetworks(web())
                                .addMounts(Mount.volume(
                                        new VolumeId(DATA, VolumeName.of("pgdata")),
                                        ContainerPath.of("/var/lib/postgresql/data")))
                                .build(),
                        service("bot", BOT)
                                .addNetworks(web())
                                .addNeeds(new Need(new ServiceId(DATA, ServiceName.of("postgres")), true))
                                .build(),
                        service("clock", CLOCK).build());
    }

    static Service.Builder service(String name, Image image) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("container"))
                .image(image)
                .healthCheck(HealthCheck.of(Command.of("/ready")));
    }

    private static Attachment web() {
        return Attachment.to(new NetworkId(DATA, WEB));
    }
}
