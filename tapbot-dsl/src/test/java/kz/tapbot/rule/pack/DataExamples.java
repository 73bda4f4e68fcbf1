package kz.tapbot.rule.pack;

import static kz.tapbot.model.value.DataSize.gib;

import kz.tapbot.dsl.Drill;
import kz.tapbot.dsl.S3;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.Command;

/** What breaks each rule of the packs of secrets and backups, and the same when it is mended. */
final class DataExamples {

    private DataExamples() {}

    static void secretsAreFiles(TopologySpec t) {
        var password = Secret.generated("orders-database");
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container("orders", Image.of("postgres:16.9"), c -> c.environment("POSTGRES_PASSWORD", password));
    }

    static void secretsAreFilesMended(TopologySpec t) {
        var password = Secret.generated("orders-database");
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container(
                "orders",
                Image.of("postgres:16.9"),
                c -> c.environment("POSTGRES_PASSWORD_FILE", "/run/secrets/password")
                        .storage(s -> s.secretFile("/run/secrets/password", password, 999)));
    }

    static void databasesHaveSecretsOfTheirOwn(TopologySpec t) {
        var password = Secret.generated("database");
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        for (String name : new String[] {"orders", "people"}) {
            box.container(
                    name,
                    Image.of("mysql:8.4.6"),
                    c -> c.role(r -> r.is(Trait.DATABASE))
                            .environment("MYSQL_ROOT_PASSWORD_FILE", "/run/secrets/root")
                            .storage(s -> s.secretFile("/run/secrets/root", password, 999)));
        }
    }

    static void databasesHaveSecretsOfTheirOwnMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        for (String name : new String[] {"orders", "people"}) {
            var password = Secret.generated(name + "-database");
            box.container(
                    name,
                    Image.of("mysql:8.4.6"),
                    c -> c.role(r -> r.is(Trait.DATABASE))
                            .environment("MYSQL_ROOT_PASSWORD_FILE", "/run/secrets/root")
                            .storage(s -> s.secretFile("/run/secrets/root", password, 999)));
        }
    }

    static void dataIsSaved(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var shop = box.container("shop", Image.of("example/shop:2.1"), c -> {});
        shop.stores("orders", DataKind.DATABASE, d -> d.dump(Command.of("shop", "dump")));
    }

    static void dataIsSavedMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var shop = box.container("shop", Image.of("example/shop:2.1"), c -> {});
        var orders = shop.stores("orders", DataKind.DATABASE, d -> d.dump(Command.of("shop", "dump")));
        t.backup("nightly", b -> b.of(orders).dailyAt("02:00").to(S3.bucket("shop-backups"), keep -> keep.days(30)));
    }

    static void volumesAreSaved(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.volume("photos");
        box.volume("thumbnails");
    }

    static void volumesAreSavedMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var photos = box.volume("photos");
        box.volume("thumbnails", v -> v.needsNoBackupBecause("they are made again from the photos"));
        t.backup("nightly", b -> b.of(photos).dailyAt("02:00").to(S3.bucket("shop-backups"), keep -> keep.days(30)));
    }

    static void volumesHaveOneWriter(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var photos = box.volume("photos");
        box.container("upload", Image.of("example/upload:1.0"), c -> c.mounts(photos, "/photos"));
        box.container("gallery", Image.of("example/gallery:1.0"), c -> c.mounts(photos, "/photos"));
    }

    static void volumesHaveOneWriterMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var photos = box.volume("photos");
        box.container("upload", Image.of("example/upload:1.0"), c -> c.mounts(photos, "/photos"));
        box.container("gallery", Image.of("example/gallery:1.0"), c -> c.storage(s -> s.readOnly(photos, "/photos")));
    }

    static void backupsLeaveTheServers(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var photos = box.volume("photos");
        t.backup("nightly", b -> b.of(photos).to(box.directory("/var/backups"), keep -> keep.days(7)));
    }

    static void backupsLeaveTheServersMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var photos = box.volume("photos");
        t.backup(
                "nightly",
                b -> b.of(photos)
                        .to(box.directory("/var/backups"), keep -> keep.days(7))
                        .to(S3.bucket("shop-backups"), keep -> keep.days(30)));
    }

    static void backupsAreEncrypted(TopologySpec t) {
        var photos = t.server("box", HostAddress.of("203.0.113.20")).volume("photos");
        t.backup("nightly", b -> b.of(photos).to(S3.bucket("shop-backups"), keep -> keep.days(30)));
    }

    static void backupsAreEncryptedMended(TopologySpec t) {
        var photos = t.server("box", HostAddress.of("203.0.113.20")).volume("photos");
        t.backup(
                "nightly",
                b -> b.of(photos)
                        .encryptedWith(Secret.file("backup-key", "/etc/shop/backup.key"))
                        .to(S3.bucket("shop-backups"), keep -> keep.days(30)));
    }

    static void backupsAreTried(TopologySpec t) {
        var photos = t.server("box", HostAddress.of("203.0.113.20")).volume("photos");
        t.backup("now-and-then", b -> b.of(photos).to(S3.bucket("shop-backups"), keep -> keep.days(30)));
    }

    static void backupsAreTriedMended(TopologySpec t) {
        var photos = t.server("box", HostAddress.of("203.0.113.20")).volume("photos");
        t.backup(
                "nightly",
                b -> b.of(photos)
                        .dailyAt("02:00")
                        .restoreDrill(Drill.monthly())
                        .to(S3.bucket("shop-backups"), keep -> keep.days(30)));
    }

    static void backupsAreKeptAMonth(TopologySpec t) {
        var photos = t.server("box", HostAddress.of("203.0.113.20")).volume("photos");
        t.backup("nightly", b -> b.of(photos).to(S3.bucket("shop-backups"), keep -> keep.days(7)));
    }

    static void backupsAreKeptAMonthMended(TopologySpec t) {
        var photos = t.server("box", HostAddress.of("203.0.113.20")).volume("photos");
        t.backup("nightly", b -> b.of(photos).to(S3.bucket("shop-backups"), keep -> keep.days(30)));
    }

    static void volumesSayTheirSize(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.volume("photos");
    }

    static void volumesSayTheirSizeMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.volume("photos", v -> v.expectedSize(gib(20)));
    }
}
