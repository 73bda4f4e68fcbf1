package kz.tapbot.examples.estate;

import static kz.tapbot.model.alert.Metric.API_ERRORS;
import static kz.tapbot.model.alert.Metric.BACKUP_OVERDUE;
import static kz.tapbot.model.alert.Metric.CERTIFICATE_DAYS;
import static kz.tapbot.model.alert.Metric.CONTAINER_DOWN;
import static kz.tapbot.model.alert.Metric.CPU;
import static kz.tapbot.model.alert.Metric.DISK;
import static kz.tapbot.model.alert.Metric.MEMORY;
import static kz.tapbot.model.alert.Metric.POSTGRES_CACHE_HITS;
import static kz.tapbot.model.alert.Metric.POSTGRES_CONNECTIONS;

import java.time.Duration;
import kz.tapbot.dsl.BackupSpec;
import kz.tapbot.dsl.Drill;
import kz.tapbot.dsl.S3;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.StoredDataRef;
import kz.tapbot.dsl.TopologySpec;

/** What is saved, and what people are told of. */
final class Safety {

    private Safety() {}

    static void declare(TopologySpec t, AppServer app, DataServer data) {
        backups(t, app, data);
        alerts(t);
    }

    private static void backups(TopologySpec t, AppServer app, DataServer data) {
        t.backup("nightly-app", b -> {
            b.of(app.precious().toArray(StoredDataRef[]::new)).dailyAt("02:30");
            asEveryBackup(b, app.server());
        });
        t.backup("nightly-data", b -> {
            b.of(data.precious().toArray(StoredDataRef[]::new)).dailyAt("02:00");
            asEveryBackup(b, data.server());
        });
    }

    /** Encrypted, a week at hand and a year off-site, and tried every month. */
    private static void asEveryBackup(BackupSpec b, ServerRef server) {
        b.encryptedWith(Secret.file("backup-key", "/etc/tapbot-kz/backup.key"));
        b.to(server.directory("/var/backups/tapbot"), keep -> keep.days(7));
        b.to(
                S3.bucket("tapbot-backups").at("https://s3.example.com"),
                keep -> keep.days(30).monthly(12));
        b.restoreDrill(Drill.monthly());
    }

    private static void alerts(TopologySpec t) {
        var team = t.telegram("team", "-1000000000000", Secret.environment("telegram-token", "TELEGRAM_TOKEN"));
        t.alert("cpu", CPU, a -> a.tells(team).threshold(80).lasting(Duration.ofMinutes(5)));
        t.alert("memory", MEMORY, a -> a.tells(team).threshold(85));
        t.alert("disk-filling", DISK, a -> a.tells(team).threshold(80));
        t.alert("disk-full", DISK, a -> a.tells(team).threshold(90).critical());
        t.alert("container-down", CONTAINER_DOWN, a -> a.tells(team).critical());
        t.alert("connections", POSTGRES_CONNECTIONS, a -> a.tells(team).threshold(40));
        t.alert("cache-hits", POSTGRES_CACHE_HITS, a -> a.tells(team).threshold(95));
        t.alert("api-errors", API_ERRORS, a -> a.tells(team).threshold(5));
        t.alert("certificate-soon", CERTIFICATE_DAYS, a -> a.tells(team).threshold(30));
        t.alert(
                "certificate-now",
                CERTIFICATE_DAYS,
                a -> a.tells(team).threshold(7).critical());
        t.alert(
                "backup-overdue",
                BACKUP_OVERDUE,
                a -> a.tells(team).threshold(26).critical());
    }
}
