package kz.tapbot.validate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.Topology;
import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.Metric;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.backup.Retention;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.AlertName;
import kz.tapbot.model.name.BackupName;
import kz.tapbot.model.name.CertificateAuthorityName;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NotifierName;
import kz.tapbot.model.name.OutsideApiName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.CertificateAuthority;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.DnsRecord;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.OutsideApi;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.RecordType;
import kz.tapbot.model.net.Zone;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.schedule.Schedule;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.model.value.HostPath;

/** The estate behind tapbot.kz as plain values, without a mistake; every mistake of the tests is made in a copy of it. */
final class TapbotEstate {

    private TapbotEstate() {}

    static Topology topology() {
        return Topology.builder()
                .name(TopologyName.of("tapbot-kz"))
                .places(at(10))
                .addAddressSets(AddressSet.builder()
                        .name(AddressSetName.of("admins"))
                        .addBlocks(Cidr.of("198.51.100.7/32"))
                        .places(at(12))
                        .build())
                .addZones(Zone.builder()
                        .name(HostName.of("tapbot.kz"))
                        .addRecords(DnsRecord.builder()
                                .name("@")
                                .type(RecordType.MX)
                                .addValues("10 mx.example.com.")
                                .places(at(14))
                                .build())
                        .places(at(13))
                        .build())
                .addCertificateAuthorities(CertificateAuthority.builder()
                        .name(CertificateAuthorityName.of("letsencrypt"))
                        .directory("https://acme-v02.api.letsencrypt.org/directory")
                        .contact(EmailAddress.of("ops@example.com"))
                        .places(at(15))
                        .build())
                .secrets(secrets())
                .addOutsideApis(OutsideApi.builder()
                        .name(OutsideApiName.of("telegram"))
                        .host(HostName.of("api.telegram.org"))
                        .port(Port.tcp(443))
                        .places(at(17))
                        .build())
                .addServers(AppServer.server(), DataServer.server())
                .addLinks(link())
                .addBackups(backup())
                .addNotifiers(Notifier.builder()
                        .name(NotifierName.of("team"))
                        .telegramChat("-1001")
                        .telegramToken(SecretName.of("telegram-token"))
                        .places(at(19))
                        .build())
                .addAlerts(alert("disk", Metric.DISK, 80, 120), alert("backup", Metric.BACKUP_OVERDUE, 26, 121))
                .build();
    }

    static Places at(int line) {
        return Places.of(DeclaredAt.at("TapbotKz.java", line));
    }

    static SecretDeclaration secret(String name, int line) {
        return SecretDeclaration.builder()
                .name(SecretName.of(name))
                .source(SecretSource.generated())
                .places(at(line))
                .build();
    }

    static Alert alert(String name, Metric metric, int threshold, int line) {
        return Alert.builder()
                .name(AlertName.of(name))
                .metric(metric)
                .threshold(threshold)
                .lasting(Duration.ofMinutes(5))
                .addNotifies(NotifierName.of("team"))
                .places(at(line))
                .build();
    }

    private static List<SecretDeclaration> secrets() {
        return List.of(
                SecretDeclaration.builder()
                        .from(secret("backup-key", 110))
                        .source(SecretSource.file("/home/me/keys/backup"))
                        .build(),
                secret("directus-db", 80),
                secret("directus-key", 81),
                secret("dozzle-login", 98),
                secret("n8n-key", 47),
                secret("pgadmin-login", 92),
                secret("portainer-login", 36),
                secret("postgres-root", 71),
                secret("qdrant-key", 86),
                secret("redis-password", 43),
                secret("s3-key", 111),
                secret("s3-secret", 112),
                secret("telegram-token", 18));
    }

    private static Link link() {
        return Link.builder()
                .name(LinkName.of("backbone"))
                .addServers(ServerName.of("app"), ServerName.of("data"))
                .subnet(Cidr.of("10.100.0.0/24"))
                .addPermits(
                        new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("data/postgres"), 5432),
                        new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("data/directus"), 8055))
                .places(at(105))
                .build();
    }

    private static Backup backup() {
        Destination bucket = new Destination.S3(
                "tapbot-backups",
                Optional.of("https://s3.example.com"),
                Optional.of(SecretName.of("s3-key")),
                Optional.of(SecretName.of("s3-secret")));
        return Backup.builder()
                .name(BackupName.of("nightly"))
                .addSources(
                        BackupSource.data(DataId.of("data/postgres/directus")),
                        BackupSource.data(DataId.of("data/qdrant/conversations")),
                        BackupSource.data(DataId.of("app/redis/queue")),
                        BackupSource.volume(VolumeId.of("data/uploads")),
                        BackupSource.volume(VolumeId.of("data/pgadmin")),
                        BackupSource.volume(VolumeId.of("app/n8n")),
                        BackupSource.volume(VolumeId.of("app/portainer")),
                        BackupSource.directory(ServerName.of("app"), HostPath.of("/etc/webmin")))
                .schedule(Schedule.dailyAt("02:00"))
                .addTargets(
                        new BackupTarget(
                                new Destination.Directory(ServerName.of("data"), HostPath.of("/var/backups/tapbot")),
                                Retention.days(7)),
                        new BackupTarget(bucket, new Retention(30, 0, 12)))
                .encryption(SecretName.of("backup-key"))
                .drill(Schedule.monthly(1, "04:00"))
                .places(at(114))
                .build();
    }
}
