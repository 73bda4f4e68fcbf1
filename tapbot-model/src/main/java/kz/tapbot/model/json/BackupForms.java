package kz.tapbot.model.json;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.backup.Retention;
import kz.tapbot.model.json.Parts.Part;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.schedule.Schedule;
import kz.tapbot.model.value.HostPath;

/** The forms of backups and schedules. */
final class BackupForms {

    private static final Form<Schedule> SCHEDULE = new ChoiceForm<Schedule>(
                    "schedule", "When something recurs, in the time zone of the server it runs on.", "recurs")
            .or("daily", Schedule.Daily.class, daily())
            .or("weekly", Schedule.Weekly.class, weekly())
            .or("monthly", Schedule.Monthly.class, monthly())
            .or("every", Schedule.Every.class, every())
            .or("cron", Schedule.Cron.class, cron());

    private static final Form<Destination> DESTINATION = new ChoiceForm<Destination>(
                    "destination", "Where copies go.", "kind")
            .or("directory", Destination.Directory.class, directory())
            .or("s3", Destination.S3.class, s3())
            .or("sftp", Destination.Sftp.class, sftp());

    static final Form<Backup> BACKUP = BuilderSpec.of(
                    "backup",
                    "What is saved, when, where to, for how long, and how that is proved.",
                    Backup::builder,
                    Backup.Builder::build)
            .named(Naming.of("backup"))
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.BACKUP, Backup::name, (b, v) -> b.name(v), "Its name.")
            .set("sources", source(), Backup::sources, (b, v) -> b.sources(v), "What is saved.")
            .optional("schedule", SCHEDULE, Backup::schedule, (b, v) -> b.schedule(v), "When; only by hand if absent.")
            .list("targets", target(), Backup::targets, (b, v) -> b.targets(v), "Where copies go.")
            .optional(
                    "encryption",
                    NameForms.SECRET,
                    Backup::encryption,
                    (b, v) -> b.encryption(v),
                    "The name of the secret that copies are encrypted with.")
            .optional(
                    "drill",
                    SCHEDULE,
                    Backup::drill,
                    (b, v) -> b.drill(v),
                    "When a copy is restored to prove that it can be.")
            .made();

    private BackupForms() {}

    private static Form<BackupSource> source() {
        RecordSpec<BackupSource> spec = RecordSpec.of(
                "backupSource", "Something that is saved: a service's data, a volume, or a directory of a server.");
        Part<DataId> data = spec.optional("data", NameForms.DATA_ID, BackupSource::data, "The data, if it is that.");
        Part<VolumeId> volume =
                spec.optional("volume", NameForms.VOLUME_ID, BackupSource::volume, "The volume, if it is that.");
        Part<ServerName> server =
                spec.optional("server", NameForms.SERVER, BackupSource::server, "The directory's server.");
        Part<HostPath> directory = spec.optional(
                "directory", ValueForms.HOST_PATH, BackupSource::directory, "The directory, if it is that.");
        return spec.made(parts ->
                new BackupSource(parts.find(data), parts.find(volume), parts.find(server), parts.find(directory)));
    }

    private static Form<BackupTarget> target() {
        RecordSpec<BackupTarget> spec = RecordSpec.of("backupTarget", "A destination and how long it keeps copies.");
        Part<Destination> destination =
                spec.required("destination", DESTINATION, BackupTarget::destination, "Where to.");
        Part<Retention> retention = spec.required("retention", retention(), BackupTarget::retention, "For how long.");
        return spec.made(parts -> new BackupTarget(parts.get(destination), parts.get(retention)));
    }

    private static Form<Retention> retention() {
        RecordSpec<Retention> spec = RecordSpec.of(
                "retention", "How long copies are kept: the last of each of so many days, weeks and months.");
        Part<Integer> days = spec.usual("days", ValueForms.NUMBER, 0, Retention::days, "How many days.");
        Part<Integer> weeks = spec.usual("weeks", ValueForms.NUMBER, 0, Retention::weeks, "How many weeks.");
        Part<Integer> months = spec.usual("months", ValueForms.NUMBER, 0, Retention::months, "How many months.");
        return spec.made(parts -> new Retention(parts.get(days), parts.get(weeks), parts.get(months)));
    }

    private static ObjectForm<Destination.Directory, Parts> directory() {
        RecordSpec<Destination.Directory> spec = RecordSpec.of("directoryDestination", "A directory of a server.");
        Part<ServerName> server =
                spec.required("server", NameForms.SERVER, Destination.Directory::server, "The server.");
        Part<HostPath> path =
                spec.required("path", ValueForms.HOST_PATH, Destination.Directory::path, "The directory.");
        return spec.made(parts -> new Destination.Directory(parts.get(server), parts.get(path)));
    }

    private static ObjectForm<Destination.S3, Parts> s3() {
        RecordSpec<Destination.S3> spec = RecordSpec.of("s3Destination", "A bucket of an S3-compatible store.");
        Part<String> bucket = spec.required("bucket", ValueForms.TEXT, Destination.S3::bucket, "Its name.");
        Part<String> endpoint = spec.optional(
                "endpoint",
                ValueForms.TEXT,
                Destination.S3::endpoint,
                "The https address of the store; absent for Amazon's own.");
        Part<SecretName> accessKey = spec.optional(
                "accessKey", NameForms.SECRET, Destination.S3::accessKey, "The name of the secret with the key's id.");
        Part<SecretName> secretKey = spec.optional(
                "secretKey",
                NameForms.SECRET,
                Destination.S3::secretKey,
                "The name of the secret with the key's secret.");
        return spec.made(parts -> new Destination.S3(
                parts.get(bucket), parts.find(endpoint), parts.find(accessKey), parts.find(secretKey)));
    }

    private static ObjectForm<Destination.Sftp, Parts> sftp() {
        RecordSpec<Destination.Sftp> spec =
                RecordSpec.of("sftpDestination", "A directory of a host outside the estate, by SFTP.");
        Part<HostAddress> host = spec.required("host", ValueForms.HOST_ADDRESS, Destination.Sftp::host, "The host.");
        Part<String> user = spec.required("user", ValueForms.TEXT, Destination.Sftp::user, "The user.");
        Part<HostPath> path = spec.required("path", ValueForms.HOST_PATH, Destination.Sftp::path, "The directory.");
        Part<SecretName> key = spec.required(
                "key", NameForms.SECRET, Destination.Sftp::key, "The name of the secret with the private key.");
        return spec.made(
                parts -> new Destination.Sftp(parts.get(host), parts.get(user), parts.get(path), parts.get(key)));
    }

    private static ObjectForm<Schedule.Daily, Parts> daily() {
        RecordSpec<Schedule.Daily> spec = RecordSpec.of("dailySchedule", "Every day.");
        Part<LocalTime> at = spec.required("at", ValueForms.TIME, Schedule.Daily::at, "The time of day.");
        return spec.made(parts -> new Schedule.Daily(parts.get(at)));
    }

    private static ObjectForm<Schedule.Weekly, Parts> weekly() {
        RecordSpec<Schedule.Weekly> spec = RecordSpec.of("weeklySchedule", "Every week.");
        Part<DayOfWeek> day =
                spec.required("day", new WordForm<>(DayOfWeek.class), Schedule.Weekly::day, "The day of the week.");
        Part<LocalTime> at = spec.required("at", ValueForms.TIME, Schedule.Weekly::at, "The time of day.");
        return spec.made(parts -> new Schedule.Weekly(parts.get(day), parts.get(at)));
    }

    private static ObjectForm<Schedule.Monthly, Parts> monthly() {
        RecordSpec<Schedule.Monthly> spec = RecordSpec.of("monthlySchedule", "Every month.");
        Part<Integer> day =
                spec.required("day", ValueForms.NUMBER, Schedule.Monthly::day, "The day of the month, 1 to 31.");
        Part<LocalTime> at = spec.required("at", ValueForms.TIME, Schedule.Monthly::at, "The time of day.");
        return spec.made(parts -> new Schedule.Monthly(parts.get(day), parts.get(at)));
    }

    private static ObjectForm<Schedule.Every, Parts> every() {
        RecordSpec<Schedule.Every> spec = RecordSpec.of("everySchedule", "Again and again.");
        Part<Duration> pause =
                spec.required("pause", ValueForms.DURATION, Schedule.Every::pause, "At least one minute.");
        return spec.made(parts -> new Schedule.Every(parts.get(pause)));
    }

    private static ObjectForm<Schedule.Cron, Parts> cron() {
        RecordSpec<Schedule.Cron> spec = RecordSpec.of("cronSchedule", "By a cron expression.");
        Part<String> expression = spec.required(
                "expression",
                ValueForms.TEXT,
                Schedule.Cron::expression,
                "Five fields: minute, hour, day of month, month, day of week.");
        return spec.made(parts -> new Schedule.Cron(parts.get(expression)));
    }
}
