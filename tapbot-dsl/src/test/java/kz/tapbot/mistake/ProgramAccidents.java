package kz.tapbot.mistake;

import static kz.tapbot.model.value.DataSize.gib;

import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Consumer;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Drill;
import kz.tapbot.dsl.S3;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.service.Redis;

/** Those of programs, secrets and copies. */
final class ProgramAccidents {

    private static final String APP = "service:box/app";
    private static final String DB = "service:box/db";

    private ProgramAccidents() {}

    static List<Accident> programs() {
        return List.of(
                new Accident(
                        8,
                        "a health check by a program that the image lacks",
                        "`h.command(\"wget\", …)` in `postgres:16.9`",
                        List.of("TB2314 " + DB),
                        s -> Parts.postgres(
                                s,
                                c -> c.healthCheck(h -> h.command("wget", "-q", "-O", "-", "http://127.0.0.1:5432/"))),
                        s -> Parts.postgres(
                                s, c -> c.healthCheck(h -> h.command("pg_isready", "-h", "127.0.0.1", "-q")))),
                new Accident(
                        10,
                        "a configuration of PostgreSQL without listen_addresses",
                        "`config_file=/etc/postgres/own.conf` with `max_connections = 50`",
                        List.of("TB2316 " + DB),
                        s -> configured(s, "max_connections = 50\n"),
                        s -> configured(s, "max_connections = 50\nlisten_addresses = '*'\n")),
                new Accident(
                        11,
                        "a required variable is missing",
                        "`directus/directus:10.10.0` without `KEY`",
                        List.of("TB2315 " + APP),
                        s -> directus(s, c -> {}),
                        s -> directus(s, c -> c.environment("KEY", Secret.generated("directus-key")))),
                new Accident(
                        12,
                        "a tag that moves",
                        "`Image.of(\"example/app:latest\")`",
                        List.of("TB1007 topology:estate"),
                        s -> s.program("app", "example/app:latest", c -> {}),
                        s -> s.program("app", "example/app:1.0.0", c -> {})),
                new Accident(
                        12,
                        "a tag that names a major version alone",
                        "`Image.of(\"example/app:3\")`",
                        List.of("TB2305 " + APP),
                        s -> s.program("app", "example/app:3", c -> {}),
                        s -> s.program("app", "example/app:3.1.4", c -> {})),
                new Accident(
                        14,
                        "proxy rules of Traefik 2",
                        "the label `traefik.http.routers.app.rule` with braces",
                        List.of("TB2517 " + APP, "TB2516 " + APP),
                        s -> Parts.app(
                                s,
                                c -> c.role(r -> r.label("traefik.http.routers.app.rule", "HostRegexp(`{host:.+}`)"))),
                        s -> Parts.app(s, c -> Parts.served(s, c))),
                new Accident(
                        15,
                        "more memory promised than the machine has",
                        "`l.memory(gib(7))` beside others on 8 GiB",
                        List.of("TB2401 server:box"),
                        s -> large(s, gib(7)),
                        s -> large(s, gib(1))),
                new Accident(
                        24,
                        "a login of n8n that its version ignores",
                        "`N8N_BASIC_AUTH_ACTIVE`",
                        List.of("TB2707 " + APP),
                        s -> n8n(s, c -> c.environment("N8N_BASIC_AUTH_ACTIVE", "true")),
                        s -> n8n(s, c -> {})));
    }

    static List<Accident> secretsAndCopies() {
        return List.of(
                new Accident(
                        13,
                        "a password in the declaration",
                        "`.environment(\"DB_PASSWORD\", \"…\")`",
                        List.of("TB2701 " + APP),
                        s -> Parts.app(s, c -> c.environment("DB_PASSWORD", "kept-nowhere-else-8841")),
                        s -> Parts.app(s, c -> c.environment("DB_PASSWORD", Secret.generated("db")))),
                new Accident(
                        22,
                        "copies that expire before the next one is made",
                        "weekly, kept for three days",
                        List.of("TB2610 backup:copies"),
                        s -> copies(s, 3),
                        s -> copies(s, 30)),
                new Accident(
                        22,
                        "copies only on the disk that they protect",
                        "`.to(box.directory(\"/var/backups\"), …)` alone",
                        List.of("TB2603 backup:copies"),
                        s -> s.t.backup(
                                "copies",
                                b -> b.of(files(s))
                                        .to(s.box().directory("/var/backups"), keep -> keep.days(30))
                                        .encryptedWith(Secret.file("backup-key", "/etc/estate/backup.key"))
                                        .restoreDrill(Drill.monthly())
                                        .dailyAt("03:20")),
                        s -> copies(s, 30)),
                new Accident(
                        22,
                        "copies that nobody ever restored",
                        "no `.restoreDrill(…)`",
                        List.of("TB2605 backup:copies"),
                        s -> s.t.backup(
                                "copies",
                                b -> b.of(files(s))
                                        .to(
                                                S3.bucket("example-copies").at("https://s3.example.com"),
                                                keep -> keep.days(30))
                                        .encryptedWith(Secret.file("backup-key", "/etc/estate/backup.key"))
                                        .dailyAt("03:20")),
                        s -> copies(s, 30)),
                new Accident(
                        23,
                        "a hash from a tutorial, of the word password",
                        "`r.label(\"auth\", \"admin:$2y$10$92IX…\")`",
                        List.of("TB2705 " + APP),
                        s -> Parts.app(
                                s,
                                c -> c.role(r -> r.label(
                                        "auth",
                                        "admin:$$2y$$10$$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi"))),
                        s -> Parts.app(s, c -> Parts.served(s, c))),
                new Accident(
                        25,
                        "Redis without a password",
                        "`redis:7.4.1` as it comes",
                        List.of("TB2708 " + DB),
                        s -> s.store("db", "redis:7.4.1", c -> c.mounts(s.volume("keys"), "/data")),
                        s -> s.box().run(Redis.version("7.4.1").on(s.inner()).cacheOnly())),
                new Accident(
                        25,
                        "Qdrant without a key",
                        "`qdrant/qdrant:v1.15.5` as it comes",
                        List.of("TB2708 " + DB),
                        s -> qdrant(s, c -> {}),
                        s -> qdrant(
                                s, c -> c.environment("QDRANT__SERVICE__API_KEY", Secret.generated("qdrant-key")))));
    }

    private static void qdrant(Scene s, Consumer<ContainerSpec> more) {
        s.store("db", "qdrant/qdrant:v1.15.5", c -> {
            c.mounts(s.volume("vectors"), "/qdrant/storage");
            more.accept(c);
        });
    }

    private static void large(Scene s, DataSize memory) {
        s.box()
                .container(
                        "app",
                        Image.of("example/app:1.0.0"),
                        c -> c.joins(s.web()).limits(l -> l.memory(memory)));
    }

    private static void directus(Scene s, Consumer<ContainerSpec> more) {
        s.program("app", "directus/directus:10.10.0", c -> {
            c.mounts(s.volume("uploads"), "/directus/uploads")
                    .environment("SECRET", Secret.generated("directus-secret"));
            more.accept(c);
        });
    }

    private static void n8n(Scene s, Consumer<ContainerSpec> more) {
        s.program("app", "n8nio/n8n:1.123.0", c -> {
            c.mounts(s.volume("flows"), "/home/node/.n8n")
                    .environment("N8N_ENCRYPTION_KEY", Secret.generated("n8n-key"));
            more.accept(c);
        });
    }

    private static void configured(Scene s, String text) {
        Parts.postgres(
                s,
                c -> c.process(p -> p.command("postgres", "-c", "config_file=/etc/postgres/own.conf"))
                        .storage(f -> f.file("/etc/postgres/own.conf", file -> file.text(text))));
    }

    private static VolumeRef files(Scene s) {
        var files = s.box().volume("files");
        Parts.app(s, c -> c.mounts(files, "/files"));
        return files;
    }

    private static void copies(Scene s, int days) {
        s.t.backup(
                "copies",
                b -> b.of(files(s))
                        .to(S3.bucket("example-copies").at("https://s3.example.com"), keep -> keep.days(days))
                        .encryptedWith(Secret.file("backup-key", "/etc/estate/backup.key"))
                        .restoreDrill(Drill.monthly())
                        .weekly(DayOfWeek.SUNDAY, "03:20"));
    }
}
