package kz.tapbot.examples.estate;

import java.time.Duration;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.Drill;
import kz.tapbot.dsl.NotifierRef;
import kz.tapbot.dsl.S3;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.alert.Metric;

/** What is saved, and what people are told of. */
final class Safety {

    private Safety() {}

    static void declare(TopologySpec t, AppServer app, DataServer data) {
        backups(t, app, data);
        alerts(t);
    }

    private static void backups(TopologySpec t, AppServer app, DataServer data) {
        var key = Secret.file("backup-key", "/etc/tapbot-kz/backup.key");
        var offSite = S3.bucket("tapbot-backups").at("https://s3.example.com");
        t.backup(
                "nightly-data",
                b -> b.of(data.content(), data.directus().uploads())
                        .of(data.vectors().toArray(DataRef[]::new))
                        .dailyAt("02:00")
                        .encryptedWith(key)
                        .to(data.server().directory("/var/backups/tapbot"), keep -> keep.days(7))
                        .to(offSite, keep -> keep.days(30).monthly(12))
                        .restoreDrill(Drill.monthly()));
        t.backup(
                "nightly-app",
                b -> b.of(app.n8n().data(), app.redis().keys())
                        .dailyAt("02:30")
                        .encryptedWith(key)
                        .to(app.server().directory("/var/backups/tapbot"), keep -> keep.days(7))
                        .to(offSite, keep -> keep.days(30).monthly(12))
                        .restoreDrill(Drill.monthly()));
    }

    private static void alerts(TopologySpec t) {
        NotifierRef team = t.telegram("team", "-1000000000000", Secret.environment("telegram-token", "TELEGRAM_TOKEN"));
        t.alert(
                "cpu",
                Metric.CPU,
                a -> a.threshold(80).lasting(Duration.ofMinutes(5)).tells(team));
        t.alert("memory", Metric.MEMORY, a -> a.threshold(85).tells(team));
        t.alert("disk-filling", Metric.DISK, a -> a.threshold(80).tells(team));
        t.alert("disk-full", Metric.DISK, a -> a.threshold(90).critical().tells(team));
        t.alert("container-down", Metric.CONTAINER_DOWN, a -> a.critical().tells(team));
        t.alert("connections", Metric.POSTGRES_CONNECTIONS, a -> a.threshold(40).tells(team));
        t.alert("cache-hits", Metric.POSTGRES_CACHE_HITS, a -> a.threshold(95).tells(team));
        t.alert("api-errors", Metric.API_ERRORS, a -> a.threshold(5).tells(team));
        t.alert(
                "certificate-soon",
                Metric.CERTIFICATE_DAYS,
                a -> a.threshold(30).tells(team));
        t.alert(
                "certificate-now",
                Metric.CERTIFICATE_DAYS,
                a -> a.threshold(7).critical().tells(team));
        t.alert(
                "backup-overdue",
                Metric.BACKUP_OVERDUE,
                a -> a.threshold(26).critical().tells(team));
    }
}
