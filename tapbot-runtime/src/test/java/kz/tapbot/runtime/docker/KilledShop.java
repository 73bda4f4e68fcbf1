package kz.tapbot.runtime.docker;

import java.time.Duration;
import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.volume.Volume;

/** A topology with one of everything an engine has, and its successor: one service is updated after its old one has stopped, one beside it. */
final class KilledShop {

    static final String TOKEN = "canary \"one\" from+variable/9f3c";

    private static final ServerName BOX = ServerName.of("box");
    private static final NetworkName WEB = NetworkName.of("contract-web");
    private static final VolumeName DATA = VolumeName.of("contract-data");

    private KilledShop() {}

    static Topology first() {
        return topology("one");
    }

    static Topology second() {
        return topology("other");
    }

    /** The first one, but for a service that says what it was given, as it is and encoded, and ends. */
    static Topology talkative() {
        Server box = first().servers().iterator().next();
        Server.Builder server = Server.builder().from(box).services(List.of());
        for (Service service : box.services()) {
            server.addServices(
                    service.name().value().equals("page")
                            ? Service.builder()
                                    .from(service)
                                    .command(Command.of(
                                            "sh",
                                            "-c",
                                            "echo \"given $SECRET here\"; printf 'encoded %s\\n"
                                                    + "' \"$(printf %s \"$SECRET\" | base64 -w0)\"; exit 1"))
                                    .build()
                            : service);
        }
        return Topology.builder().from(first()).servers(List.of(server.build())).build();
    }

    private static Topology topology(String greeting) {
        Service keeper = Service.builder()
                .from(service("keeper"))
                .addMounts(Mount.volume(new VolumeId(BOX, DATA), ContainerPath.of("/data")))
                .addFiles(new ContainerFile(
                        ContainerPath.of("/run/secrets/token"),
                        Content.secret(SecretName.of("token")),
                        FileMode.OWNER_READ,
                        0))
                .addFiles(new ContainerFile(
                        ContainerPath.of("/etc/greeting"), Content.text(greeting), FileMode.of("0644"), 0))
                .addProvisions(Provision.builder()
                        .kind("marker")
                        .name("made")
                        .probe(Command.of("test", "-e", "/data/made"))
                        .create(Command.of("tee", "/data/made"))
                        .input(Content.secret(SecretName.of("token")))
                        .build())
                .build();
        Service page = Service.builder()
                .from(service("page"))
                .putEnvironment("GREETING", EnvironmentValue.text(greeting))
                .putEnvironment("SECRET", EnvironmentValue.secret(SecretName.of("token")))
                .build();
        Server server = Server.builder()
                .name(BOX)
                .host(HostAddress.of("172.17.0.1"))
                .addNetworks(Network.builder().name(WEB).build())
                .addVolumes(Volume.builder().name(DATA).build())
                .addServices(keeper, page)
                .build();
        return Topology.builder()
                .name(TopologyName.of("contract"))
                .addServers(server)
                .addSecrets(SecretDeclaration.builder()
                        .name(SecretName.of("token"))
                        .source(SecretSource.environment("TOKEN"))
                        .build())
                .build();
    }

    static Service service(String name) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("plain"))
                .image(Image.of("tapbot-test/well:1.0.0"))
                .command(Command.of("perl", "-e", "$SIG{TERM} = sub { exit 0 }; sleep 1 while 1"))
                .healthCheck(new HealthCheck(
                        Command.of("true"), Duration.ofSeconds(1), Duration.ofSeconds(5), 3, Duration.ZERO))
                .stopGrace(Duration.ofSeconds(3))
                .addNetworks(Attachment.to(new NetworkId(BOX, WEB)))
                .build();
    }
}
