package kz.tapbot.runtime.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.backup.Retention;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.BackupName;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.DataName;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.OutsideApiName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.OutsideApi;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.schedule.Schedule;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.server.OperatingSystem;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.volume.Volume;

/** Two servers much like those of tapbot.kz, made of plain model values. */
public final class SampleEstate {

    private static final ServerName APP = ServerName.of("app");
    private static final ServerName DATA = ServerName.of("data");
    private static final AddressSetName ADMINS = AddressSetName.of("admins");
    private static final SecretName PASSWORD = SecretName.of("admin-pages");

    private static final SecretName BACKUP_KEY = SecretName.of("backup-key");

    private SampleEstate() {}

    /** The estate. */
    public static Topology topology() {
        return Topology.builder()
                .name(TopologyName.of("sample"))
                .addAddressSets(AddressSet.builder()
                        .name(ADMINS)
                        .addBlocks(Cidr.of("198.51.100.7/32"))
                        .places(place(12))
                        .build())
                .addSecrets(SecretDeclaration.builder()
                        .name(PASSWORD)
                        .source(SecretSource.environment("ADMIN_PAGES"))
                        .build())
                .addSecrets(SecretDeclaration.builder()
                        .name(BACKUP_KEY)
                        .source(SecretSource.generated())
                        .build())
                .addOutsideApis(OutsideApi.builder()
                        .name(OutsideApiName.of("telegram"))
                        .host(HostName.of("api.telegram.org"))
                        .port(Port.tcp(443))
                        .build())
                .addServers(app(), data())
                .addLinks(Link.builder()
                        .name(LinkName.of("wg"))
                        .addServers(APP, DATA)
                        .subnet(Cidr.of("10.99.0.0/24"))
                        .addPermits(
                                new LinkPermit(id(APP, "n8n"), id(DATA, "postgres"), 5432),
                                new LinkPermit(id(APP, "n8n"), id(DATA, "directus"), 8055))
                        .places(place(90))
                        .build())
                .addBackups(backup())
                .places(place(10))
                .build();
    }

    private static Server app() {
        return Server.builder()
                .name(APP)
                .host(HostAddress.of("203.0.113.10"))
                .size(new ServerSize(Cpus.cpus(2), DataSize.gib(4), DataSize.gib(10)))
                .system(OperatingSystem.ubuntu("24.04"))
                .addAdministeredFrom(ADMINS)
                .addNetworks(network("web", false), network("cache", true))
                .addVolumes(fleeting("certificates"), volume("flows"), fleeting("redis"))
                .addServices(
                        traefik(APP),
                        service(
                                APP,
                                "n8n",
                                "n8nio/n8n:1.97.1",
                                5678,
                                List.of("web", "cache"),
                                s -> s.addRoutes(route(APP, "n8n.tapbot.kz", 5678, Login.own()))
                                        .addMounts(mount(APP, "flows", "/home/node/.n8n"))
                                        .addNeeds(new Need(id(APP, "redis"), true))
                                        .addCalls(OutsideApiName.of("telegram"))
                                        .addTraits(Trait.WEB_INTERFACE)
                                        .places(place(31))),
                        service(
                                APP,
                                "redis",
                                "redis:7.4.2",
                                6379,
                                List.of("cache"),
                                s -> s.addTraits(Trait.CACHE).addMounts(mount(APP, "redis", "/data"))),
                        service(APP, "netdata", "netdata/netdata:v2.5.0", 19999, List.of("web"), s -> s.planned(true)))
                .addHostServices(webmin(8441))
                .places(place(20))
                .build();
    }

    private static Server data() {
        return Server.builder()
                .name(DATA)
                .host(HostAddress.of("203.0.113.20"))
                .size(new ServerSize(Cpus.cpus(2), DataSize.gib(8), DataSize.gib(30)))
                .system(OperatingSystem.ubuntu("24.04"))
                .addAdministeredFrom(ADMINS)
                .addOpen(new FirewallRule(Port.tcp(2222), List.of(ADMINS), "deploy hook"))
                .addNetworks(network("web", false), network("database", true))
                .addVolumes(fleeting("certificates"), volume("postgres"), volume("uploads"))
                .addServices(
                        traefik(DATA),
                        service(
                                DATA,
                                "postgres",
                                "postgres:16.9",
                                5432,
                                List.of("database"),
                                s -> s.addMounts(mount(DATA, "postgres", "/var/lib/postgresql/data"))
                                        .addStores(StoredData.builder()
                                                .name(DataName.of("directus"))
                                                .kind(DataKind.DATABASE)
                                                .volume(new VolumeId(DATA, VolumeName.of("postgres")))
                                                .dump(Command.of("pg_dump", "-Fc", "-d", "directus"))
                                                .restore(Command.of("pg_restore", "-d", "directus"))
                                                .build())
                                        .addTraits(Trait.DATABASE)
                                        .places(place(48))),
                        service(
                                DATA,
                                "directus",
                                "directus/directus:10.10.0",
                                8055,
                                List.of("web", "database"),
                                s -> s.addRoutes(route(DATA, "dir.tapbot.kz", 8055, Login.own()))
                                        .addMounts(mount(DATA, "uploads", "/directus/uploads"))
                                        .addNeeds(new Need(id(DATA, "postgres"), true))
                                        .places(place(55))),
                        service(
                                DATA,
                                "pgadmin",
                                "dpage/pgadmin4:9.3",
                                80,
                                List.of("web", "database"),
                                s -> s.addRoutes(route(DATA, "pg.tapbot.kz", 80, Login.byProxy("ops", PASSWORD)))
                                        .addPublications(new Publication(
                                                Port.tcp(5050), 80, Optional.of(IpAddress.of("127.0.0.1")), List.of()))
                                        .addNeeds(new Need(id(DATA, "postgres"), false))))
                .addHostServices(webmin(8442))
                .places(place(40))
                .build();
    }

    private static Service traefik(ServerName server) {
        return service(
                server,
                "traefik",
                "traefik:3.6.1",
                8080,
                List.of("web"),
                s -> s.addListens(Port.tcp(80), Port.tcp(443))
                        .addPublications(Publication.open(Port.tcp(80)), Publication.open(Port.tcp(443)))
                        .addMounts(mount(server, "certificates", "/acme"))
                        .addTraits(Trait.PROXY));
    }

    private static Service service(
            ServerName server,
            String name,
            String image,
            int port,
            List<String> networks,
            Consumer<Service.Builder> more) {
        Service.Builder builder = Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("container"))
                .image(Image.of(image))
                .addListens(Port.tcp(port))
                .limits(Limits.builder().memory(DataSize.mib(256)).build())
                .healthCheck(HealthCheck.of(Command.of("true")));
        networks.forEach(network -> builder.addNetworks(Attachment.to(new NetworkId(server, NetworkName.of(network)))));
        more.accept(builder);
        return builder.build();
    }

    private static Route route(ServerName server, String host, int port, Login login) {
        return Route.builder()
                .host(HostName.of(host))
                .port(port)
                .proxy(id(server, "traefik"))
                .login(login)
                .build();
    }

    private static HostService webmin(int port) {
        return HostService.builder()
                .name(ServiceName.of("webmin"))
                .kind(ServiceKind.of("webmin"))
                .packageName(PackageName.of("webmin"))
                .unit(UnitName.of("webmin.service"))
                .port(Port.tcp(port))
                .addOpenTo(ADMINS)
                .host(HostName.of(port == 8441 ? "webmin1.tapbot.kz" : "webmin2.tapbot.kz"))
                .build();
    }

    private static Backup backup() {
        return Backup.builder()
                .name(BackupName.of("nightly"))
                .addSources(
                        BackupSource.data(new DataId(id(DATA, "postgres"), DataName.of("directus"))),
                        BackupSource.volume(new VolumeId(DATA, VolumeName.of("uploads"))),
                        BackupSource.volume(new VolumeId(APP, VolumeName.of("flows"))))
                .schedule(Schedule.dailyAt("02:00"))
                .encryption(BACKUP_KEY)
                .addTargets(
                        new BackupTarget(
                                new Destination.Directory(DATA, HostPath.of("/var/backups/tapbot")), Retention.days(7)),
                        new BackupTarget(Destination.S3.bucket("tapbot-backups"), Retention.days(30)))
                .places(place(95))
                .build();
    }

    private static Network network(String name, boolean internal) {
        return Network.builder().name(NetworkName.of(name)).internal(internal).build();
    }

    private static Volume volume(String name) {
        return Volume.builder().name(VolumeName.of(name)).build();
    }

    private static Volume fleeting(String name) {
        return Volume.builder()
                .name(VolumeName.of(name))
                .noBackupBecause("it is made again")
                .build();
    }

    private static Mount mount(ServerName server, String volume, String target) {
        return Mount.volume(new VolumeId(server, VolumeName.of(volume)), ContainerPath.of(target));
    }

    private static ServiceId id(ServerName server, String service) {
        return new ServiceId(server, ServiceName.of(service));
    }

    private static Places place(int line) {
        return Places.of(DeclaredAt.at("Sample.java", line));
    }
}
