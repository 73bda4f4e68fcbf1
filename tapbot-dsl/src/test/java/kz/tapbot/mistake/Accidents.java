package kz.tapbot.mistake;

import static kz.tapbot.model.value.DataSize.gib;
import static kz.tapbot.model.value.DataSize.mib;

import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Drill;
import kz.tapbot.dsl.S3;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.ServerSpec;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.RecordType;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.service.Redis;
import kz.tapbot.service.Webmin;

/** The accidents of the first estate, by number: those that can be said, and are told. */
final class Accidents {

    private static final String APP = "service:box/app";
    private static final String SPARE = "SHA256:sparesparesparesparesparesparesparespareabc";
    private static final String DB = "service:box/db";

    private Accidents() {}

    static List<Accident> all() {
        return Stream.of(doors(), wiring(), programs(), secretsAndCopies())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Accident> doors() {
        return List.of(
                new Accident(
                        1,
                        "logs served without a login",
                        "`amir20/dozzle` with `Access.ownLogin()`, and no provider of logins",
                        List.of("TB2515 " + APP),
                        s -> dozzle(s, Access.ownLogin().onlyFrom(s.admins())),
                        s -> dozzle(
                                s,
                                Access.proxyLogin("admin", Secret.generated("logs-login"))
                                        .onlyFrom(s.admins()))),
                new Accident(
                        2,
                        "intrusion prevention that can ban the administrator",
                        "`.jail(\"sshd\", …)` and no `.administeredFrom(…)`",
                        List.of("TB2901 server:spare", "TB2903 server:spare"),
                        s -> s.t.server(
                                "spare",
                                HostAddress.of("203.0.113.31"),
                                x -> x.debian("12")
                                        .ssh(ssh -> ssh.keysOnly().hostKey(SPARE))
                                        .jail("sshd", j -> j.maxRetry(3))),
                        s -> spare(
                                s,
                                x -> x.ssh(ssh -> ssh.keysOnly().hostKey(SPARE)).jail("sshd", j -> j.maxRetry(3)))),
                new Accident(
                        3,
                        "a published port that no firewall keeps",
                        "`.publishes(Port.tcp(8090), admins)` with `.firewall(f -> f.off())`",
                        List.of("TB2902 server:box"),
                        s -> {
                            s.system(x -> x.firewall(f -> f.off()));
                            app(s, c -> c.publishes(Port.tcp(8090), s.admins()));
                        },
                        s -> app(s, c -> c.publishes(Port.tcp(8090), s.admins()))),
                new Accident(
                        4,
                        "Webmin on the port that every scanner tries",
                        "`Webmin.port(10000, admins)`",
                        List.of("TB1003 topology:estate"),
                        s -> s.box().run(Webmin.port(10_000, s.admins())),
                        s -> s.box().run(Webmin.port(8442, s.admins()))),
                new Accident(
                        18,
                        "root over SSH with a password",
                        "`ssh(ssh -> ssh.passwordsToo())`",
                        List.of("TB2905 server:spare"),
                        s -> spare(s, x -> x.ssh(ssh -> ssh.passwordsToo().hostKey(SPARE))),
                        s -> spare(s, x -> x.ssh(ssh -> ssh.keysOnly().hostKey(SPARE)))),
                new Accident(
                        21,
                        "the engine's socket in a container that strangers reach",
                        "`.storage(f -> f.hostPath(\"/var/run/docker.sock\", …))`, published",
                        List.of("TB2309 " + APP, "TB2109 " + APP),
                        s -> app(
                                s,
                                c -> c.publishes(Port.tcp(8090))
                                        .storage(f -> f.hostPath(
                                                HostPath.of("/var/run/docker.sock"), "/var/run/docker.sock"))),
                        s -> app(s, c -> c.publishes(Port.tcp(8090)))));
    }

    private static List<Accident> wiring() {
        return List.of(
                new Accident(
                        6,
                        "the database on a network with a way out",
                        "`.joins(inner).joins(web)`",
                        List.of("TB2213 " + DB),
                        s -> postgres(s, c -> c.joins(s.web())),
                        s -> postgres(s, c -> {})),
                new Accident(
                        6,
                        "the database published to everybody",
                        "`.publishes(Port.tcp(5432))`",
                        List.of("TB2104 " + DB),
                        s -> postgres(s, c -> c.joins(s.web()).publishes(Port.tcp(5432))),
                        s -> postgres(s, c -> {})),
                new Accident(
                        7,
                        "a service with a public name that is not on its proxy's network",
                        "`.joins(inner).servedBy(proxy, …)`",
                        List.of("TB2501 " + APP),
                        s -> s.store("app", "example/app:1.0.0", c -> served(s, c)),
                        s -> app(s, c -> served(s, c))),
                new Accident(
                        7,
                        "a service that is not on its database's network",
                        "`.needs(postgres)` without `.joins(inner)`",
                        List.of("TB2211 " + APP),
                        s -> app(s, c -> c.needs(s.postgres())),
                        s -> app(s, c -> c.needs(s.postgres()).joins(s.inner()))),
                new Accident(
                        9,
                        "a name whose record points elsewhere",
                        "`z.dnsRecord(\"shop\", RecordType.A, r -> r.values(\"203.0.113.99\"))`",
                        List.of("TB2514 zone:example.org"),
                        s -> elsewhere(s, "203.0.113.99"),
                        s -> elsewhere(s, "203.0.113.30")),
                new Accident(
                        19,
                        "one host name for two services",
                        "`.servedBy(proxy, zone.host(\"www\"), …)` twice",
                        List.of("TB2502 service:box/site"),
                        s -> app(
                                s,
                                c -> c.healthCheck(h -> h.command("/healthy"))
                                        .servedBy(
                                                s.proxy(),
                                                s.zone().host("www"),
                                                8080,
                                                Access.everybodyBecause("it is the site"))),
                        s -> app(s, c -> served(s, c))),
                new Accident(
                        20,
                        "wired to a database on another server, which nothing reaches",
                        "`DATABASE_URL` `postgres://shop@203.0.113.30:5432/shop`",
                        List.of("TB2214 service:spare/bot"),
                        s -> bot(s, "203.0.113.30"),
                        s -> bot(s, "db.example.net")));
    }

    private static List<Accident> programs() {
        return List.of(
                new Accident(
                        8,
                        "a health check by a program that the image lacks",
                        "`h.command(\"wget\", …)` in `postgres:16.9`",
                        List.of("TB2314 " + DB),
                        s -> postgres(
                                s,
                                c -> c.healthCheck(h -> h.command("wget", "-q", "-O", "-", "http://127.0.0.1:5432/"))),
                        s -> postgres(s, c -> c.healthCheck(h -> h.command("pg_isready", "-h", "127.0.0.1", "-q")))),
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
                        s -> app(
                                s,
                                c -> c.role(r -> r.label("traefik.http.routers.app.rule", "HostRegexp(`{host:.+}`)"))),
                        s -> app(s, c -> served(s, c))),
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

    private static List<Accident> secretsAndCopies() {
        return List.of(
                new Accident(
                        13,
                        "a password in the declaration",
                        "`.environment(\"DB_PASSWORD\", \"…\")`",
                        List.of("TB2701 " + APP),
                        s -> app(s, c -> c.environment("DB_PASSWORD", "kept-nowhere-else-8841")),
                        s -> app(s, c -> c.environment("DB_PASSWORD", Secret.generated("db")))),
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
                        s -> app(
                                s,
                                c -> c.role(r -> r.label(
                                        "auth",
                                        "admin:$$2y$$10$$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi"))),
                        s -> app(s, c -> served(s, c))),
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

    private static void app(Scene s, Consumer<ContainerSpec> more) {
        s.program("app", "example/app:1.0.0", more);
    }

    private static ContainerSpec served(Scene s, ContainerSpec c) {
        return c.healthCheck(h -> h.command("/healthy"))
                .servedBy(s.proxy(), s.zone().host("app"), 8080, Access.everybodyBecause("it is a page"));
    }

    private static void dozzle(Scene s, Access access) {
        s.program(
                "app",
                "amir20/dozzle:v8.14.6",
                c -> c.healthCheck(h -> h.command("/dozzle", "healthcheck"))
                        .servedBy(s.proxy(), s.zone().host("logs"), 8080, access));
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

    private static void postgres(Scene s, Consumer<ContainerSpec> more) {
        s.store("db", "postgres:16.9", c -> {
            c.mounts(s.volume("tables"), "/var/lib/postgresql/data")
                    .environment("POSTGRES_PASSWORD", Secret.generated("db"));
            more.accept(c);
        });
    }

    private static void configured(Scene s, String text) {
        postgres(
                s,
                c -> c.process(p -> p.command("postgres", "-c", "config_file=/etc/postgres/own.conf"))
                        .storage(f -> f.file("/etc/postgres/own.conf", file -> file.text(text))));
    }

    private static void elsewhere(Scene s, String address) {
        var other = s.t.zone("example.org", z -> z.dnsRecord("shop", RecordType.A, r -> r.values(address)));
        app(
                s,
                c -> c.healthCheck(h -> h.command("/healthy"))
                        .servedBy(s.proxy(), other.host("shop"), 8080, Access.everybodyBecause("it is a shop")));
    }

    private static ServerRef spare(Scene s, Consumer<ServerSpec> more) {
        return s.t.server("spare", HostAddress.of("203.0.113.31"), x -> {
            x.debian("12").administeredFrom(s.admins());
            more.accept(x);
        });
    }

    private static void bot(Scene s, String host) {
        s.box();
        var spare = spare(s, x -> x.ssh(ssh -> ssh.keysOnly().hostKey(SPARE)));
        spare.container(
                "bot",
                Image.of("example/bot:1.0.0"),
                c -> c.joins(spare.network("out"))
                        .limits(l -> l.memory(mib(64)))
                        .environment("DATABASE_URL", "postgres://shop@" + host + ":5432/shop"));
    }

    private static VolumeRef files(Scene s) {
        var files = s.box().volume("files");
        app(s, c -> c.mounts(files, "/files"));
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
