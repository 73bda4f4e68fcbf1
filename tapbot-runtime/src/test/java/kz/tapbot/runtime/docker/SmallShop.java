package kz.tapbot.runtime.docker;

import java.time.Duration;
import java.util.List;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.runtime.TapbotRuntime;

/** Services that need nothing but a shell, for engines that start empty. */
final class SmallShop {

    static final String REPOSITORY = "tapbot-test/small";

    private static final ServerName BOX = ServerName.of("box");
    private static final NetworkName WEB = NetworkName.of("contract-web");

    private SmallShop() {}

    /** A topology of these services, on one network. */
    static Topology of(Service... services) {
        return Topology.builder()
                .name(TopologyName.of("contract"))
                .addServers(Server.builder()
                        .name(BOX)
                        .host(HostAddress.of("203.0.113.10"))
                        .addNetworks(Network.builder().name(WEB).build())
                        .addAllServices(List.of(services))
                        .build())
                .build();
    }

    /** A service that is healthy within a second. */
    static Service service(String name) {
        return service(name, Image.of(REPOSITORY + ":1.0.0"), "exec sleep 100000");
    }

    static Service service(String name, Image image, String script) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("plain"))
                .image(image)
                .command(Command.of("sh", "-c", script))
                .restart(RestartPolicy.ALWAYS)
                .healthCheck(new HealthCheck(
                        Command.of("true"), Duration.ofSeconds(1), Duration.ofSeconds(5), 3, Duration.ZERO))
                .stopGrace(Duration.ofSeconds(1))
                .addNetworks(Attachment.to(new NetworkId(BOX, WEB)))
                .build();
    }

    /** A runtime on that engine. */
    static TapbotRuntime runtime(Dialer dialer) {
        return KilledRun.runtime(dialer);
    }
}
