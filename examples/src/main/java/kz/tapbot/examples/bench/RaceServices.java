package kz.tapbot.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;

/** The same services on one network, as a topology and as a Compose file: each checks its health every second. */
final class RaceServices {

    /** The image of all; {@code .ci/run} shows how to make it where no registry is reached. */
    static final String IMAGE = "debian:bookworm";

    /** What the names of all begin with. */
    static final String NAME = "race";

    private RaceServices() {}

    static Topology topology(int count) {
        ServerName box = ServerName.of("box");
        NetworkName network = NetworkName.of(NAME);
        Server.Builder server = Server.builder()
                .name(box)
                .host(HostAddress.of("203.0.113.10"))
                .addNetworks(Network.builder().name(network).build());
        for (int i = 0; i < count; i++) {
            server.addServices(Service.builder()
                    .name(ServiceName.of(NAME + "-" + i))
                    .kind(ServiceKind.of("plain"))
                    .image(Image.of(IMAGE))
                    .command(Command.of("sleep", "infinity"))
                    .healthCheck(new HealthCheck(
                            Command.of("true"), Duration.ofSeconds(1), Duration.ofSeconds(10), 5, Duration.ZERO))
                    .addNetworks(Attachment.to(new NetworkId(box, network)))
                    .build());
        }
        return Topology.builder()
                .name(TopologyName.of(NAME))
                .addServers(server.build())
                .build();
    }

    /** Writes {@code docker-compose.yml} into a folder. */
    static void compose(int count, Path folder) throws IOException {
        StringBuilder text = new StringBuilder("version: '2.4'\nnetworks:\n  race: {}\nservices:\n");
        for (int i = 0; i < count; i++) {
            text.append("""
                  race-%d:
                    image: %s
                    container_name: race-%d
                    command: [sleep, infinity]
                    healthcheck: {test: [CMD, 'true'], interval: 1s, timeout: 10s, retries: 5}
                    networks: [race]
                    logging: {driver: json-file, options: {max-size: 10m, max-file: '3'}}
                """.formatted(i, IMAGE, i));
        }
        Files.writeString(folder.resolve("docker-compose.yml"), text);
    }
}
