package kz.tapbot.runtime.host;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import kz.tapbot.docker.Listening;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.internal.access.SshTargets;

/** A topology with one of everything that a server can have, for a server of the lab. */
final class WholeServer {

    static final String IMAGE = "tapbot-test/well:1.0.0";

    /** Where the tests come from: the engine's machine. */
    static final Cidr HERE = Cidr.of("10.214.7.1/32");

    static final Cidr ELSEWHERE = Cidr.of("198.51.100.0/24");

    private static final ServerName BOX = ServerName.of("box");
    private static final NetworkName WEB = NetworkName.of("web");
    private static final AddressSetName ADMINS = AddressSetName.of("admins");

    private static final String LISTENS = """
        use IO::Socket::INET; $SIG{TERM} = sub { exit 0 };
        my $s = IO::Socket::INET->new(LocalPort => 8080, Listen => 9, ReuseAddr => 1) or die $!;
        while (my $c = $s->accept) { print $c "well\\n"; close $c }
        """;

    private WholeServer() {}

    static HostDriver driver(LabServer lab) {
        return new HostDriver(SshTargets.declared(lab.login()));
    }

    static TapbotRuntime runtime(LabServer lab) {
        return TapbotRuntime.builder()
                .driver(driver(lab))
                .environment(name -> null)
                .who("tester@lab")
                .build();
    }

    /** Administered from those addresses. */
    static Topology of(LabServer lab, Cidr... admins) {
        return topology(server(lab).build(), admins);
    }

    static Topology topology(Server server, Cidr... admins) {
        return Topology.builder()
                .name(TopologyName.of("lab-whole"))
                .addAddressSets(
                        AddressSet.builder().name(ADMINS).addBlocks(admins).build())
                .addServers(server)
                .build();
    }

    static Server.Builder server(LabServer lab) {
        return lab.declared("box")
                .addAdministeredFrom(ADMINS)
                .timeZone(java.time.ZoneId.of("Europe/Moscow"))
                .addPackages(PackageName.of("tree"))
                .putSysctl("net.ipv4.tcp_syncookies", "2")
                .addDirectories(HostPath.of("/srv/shop"))
                .addDelegates(Delegate.builder()
                        .name(UserName.of("monitor"))
                        .addKeys(
                                SshPublicKey.of(
                                        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1r0pZ0pW2yq0zrkzV0nP1m5mGq4l3Jf5wqk5m0aBcD monitor@example.com"))
                        .mayInspect(true)
                        .addMayRestart(UnitName.of("cron.service"))
                        .build())
                .addJails(new Jail("sshd", 3, Duration.ofMinutes(10), Duration.ofHours(1)))
                .updates(UpdatePolicy.builder().rebootAt(LocalTime.of(4, 30)).build())
                .addNetworks(Network.builder().name(WEB).build())
                .addServices(Service.builder()
                        .name(ServiceName.of("well"))
                        .kind(ServiceKind.of("plain"))
                        .image(Image.of(IMAGE))
                        .command(Command.of("perl", "-e", LISTENS))
                        .addListens(Port.tcp(8080))
                        .addPublications(new Publication(Port.tcp(8081), 8080, Optional.empty(), List.of()))
                        .restart(RestartPolicy.ALWAYS)
                        .healthCheck(new HealthCheck(
                                Listening.at(8080), Duration.ofSeconds(1), Duration.ofSeconds(2), 2, Duration.ZERO))
                        .addNetworks(Attachment.to(new NetworkId(BOX, WEB)))
                        .build())
                .addHostServices(HostService.builder()
                        .name(ServiceName.of("log"))
                        .kind(ServiceKind.of("log"))
                        .packageName(PackageName.of("rsyslog"))
                        .unit(UnitName.of("rsyslog.service"))
                        .port(Port.udp(514))
                        .addFiles(new HostFile(
                                HostPath.of("/etc/rsyslog.d/90-shop.conf"),
                                Content.text("local7.* /var/log/shop.log\n"),
                                FileMode.ALL_READ))
                        .build());
    }
}
