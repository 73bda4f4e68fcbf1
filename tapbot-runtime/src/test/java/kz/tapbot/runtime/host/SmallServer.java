package kz.tapbot.runtime.host;

import java.net.InetSocketAddress;
import java.time.Duration;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.ssh.FaultyLink;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshLimits;
import kz.tapbot.ssh.SshTarget;

/** A server of the lab with a little of everything that needs neither a mirror of packages nor an image, for tests that break things. */
final class SmallServer {

    static final String FILE = "/etc/shop.conf";

    /** What is noticed soon. */
    static final SshLimits SHORT = new SshLimits(
            Duration.ofSeconds(3),
            Duration.ofSeconds(6),
            Duration.ofSeconds(20),
            Duration.ofSeconds(6),
            Duration.ofSeconds(2),
            2);

    private static final AddressSetName ADMINS = AddressSetName.of("admins");

    private SmallServer() {}

    /** In one of its versions, which differ in nearly everything. */
    static Topology topology(LabServer lab, int version) {
        return topology(server(lab, version).build());
    }

    static Topology topology(Server server) {
        return Topology.builder()
                .name(TopologyName.of("lab-small"))
                .addAddressSets(AddressSet.builder()
                        .name(ADMINS)
                        .addBlocks(WholeServer.HERE)
                        .build())
                .addServers(server)
                .build();
    }

    static Server.Builder server(LabServer lab, int version) {
        return lab.declared("box")
                .addAdministeredFrom(ADMINS)
                .putSysctl("net.ipv4.tcp_syncookies", Integer.toString(1 + version % 2))
                .timeZone(java.time.ZoneId.of(version % 2 == 0 ? "Europe/Moscow" : "Etc/UTC"))
                .addDirectories(HostPath.of("/srv/shop" + version % 2))
                .addDelegates(Delegate.builder()
                        .name(UserName.of("monitor"))
                        .addKeys(SshPublicKey.of(lab.publicKey()))
                        .mayInspect(version % 2 == 0)
                        .addMayRestart(UnitName.of("cron.service"))
                        .build())
                .addJails(new Jail("sshd", 3 + version % 2, Duration.ofMinutes(10), Duration.ofHours(1)))
                .addHostServices(service(FILE, version));
    }

    /** With nothing but that service. */
    static Server.Builder service(Server.Builder server, String file, int version) {
        return server.addHostServices(service(file, version));
    }

    private static HostService service(String file, int version) {
        return HostService.builder()
                .name(ServiceName.of("clock"))
                .kind(ServiceKind.of("clock"))
                .packageName(PackageName.of("cron"))
                .unit(UnitName.of("cron.service"))
                .port(Port.tcp(7_000 + version % 2))
                .addFiles(new HostFile(HostPath.of(file), content(version), FileMode.ALL_READ))
                .build();
    }

    static Content content(int version) {
        return Content.text(("version " + version + "\n").repeat(2_000));
    }

    static TapbotRuntime runtime(Driver driver) {
        return TapbotRuntime.builder()
                .driver(driver)
                .environment(name -> null)
                .who("tester@lab")
                .build();
    }

    /** Straight to it. */
    static TapbotRuntime runtime(LabServer lab) {
        return runtime(new HostDriver(any -> lab.target(22).limits(SHORT)));
    }

    /** Over a link that breaks. */
    static TapbotRuntime runtime(LabServer lab, FaultyLink link) {
        SshTarget target = SshTarget.of("root", "127.0.0.1", HostKeys.trust(lab.hostKey()), lab.login())
                .port(link.port())
                .limits(SHORT);
        return runtime(new HostDriver(any -> target));
    }

    static InetSocketAddress sshd(LabServer lab) {
        return new InetSocketAddress(lab.address(), 22);
    }
}
