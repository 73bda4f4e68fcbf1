package kz.tapbot.examples.honest;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.gib;
import static kz.tapbot.model.value.DataSize.mib;

import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.Drill;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.S3;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.StoredDataRef;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.dsl.ZoneRef;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.service.Caddy;
import kz.tapbot.service.Postgres;
import kz.tapbot.service.Traefik;
import kz.tapbot.validate.code.TopologyCode;

/** Estates of other kinds than ours, as somebody writes them who has read the documents of the software: nothing is wrong with them. */
enum HonestEstates {
    /** Ghost with MySQL 8, as the official images ask for. */
    BLOG,
    /** PrestaShop with MariaDB. */
    SHOP,
    /** Gitea with PostgreSQL, and Git over SSH on a port of its own. */
    GIT_SERVER,
    /** Postfix that takes mail from our own servers and hands it to a provider. */
    MAIL_RELAY,
    /** Prometheus, Alertmanager, node exporter and Grafana. */
    METRICS;

    Topology topology() {
        return switch (this) {
            case BLOG -> blog();
            case SHOP -> shop();
            case GIT_SERVER -> gitServer();
            case MAIL_RELAY -> mailRelay();
            case METRICS -> metrics();
        };
    }

    private static ServerRef server(TopologySpec t, AddressSetRef admins) {
        return t.server(
                "main",
                HostAddress.of("203.0.113.30"),
                s -> s.debian("12")
                        .size(cpus(2), gib(4), gib(80))
                        .administeredFrom(admins)
                        .ssh(ssh -> ssh.keysOnly().hostKey("SHA256:mainmainmainmainmainmainmainmainmainmainmai"))
                        .updates(u -> u.rebootAt("04:30")));
    }

    private static AddressSetRef admins(TopologySpec t) {
        return t.addresses("admins", "198.51.100.7/32");
    }

    private static ProxyRef caddy(TopologySpec t, ServerRef server, NetworkRef web) {
        return server.run(Caddy.version("2.10.2")
                .on(web)
                .certificatesFrom(t.letsEncrypt("ops@example.com", a -> a.httpChallenge())));
    }

    private static void saved(TopologySpec t, StoredDataRef data, VolumeRef files) {
        t.backup(
                "nightly",
                b -> b.of(data)
                        .of(files)
                        .dailyAt("03:00")
                        .encryptedWith(Secret.file("backup-key", "/etc/estate/backup.key"))
                        .to(S3.bucket("example-backups").at("https://s3.example.com"), keep -> keep.days(30))
                        .restoreDrill(Drill.monthly()));
    }

    private static Topology blog() {
        return Tapbot.topology("blog", t -> {
            var server = server(t, admins(t));
            var web = server.network("web");
            var inner = server.network("database", n -> n.internal());
            var proxy = caddy(t, server, web);
            var data = server.volume("mysql");
            var content = server.volume("content");
            var password = Secret.generated("ghost-database");
            ContainerRef mysql = server.container(
                    "mysql",
                    Image.of("mysql:8.4.6"),
                    c -> c.joins(inner)
                            .listens(Port.tcp(3306))
                            .role(r -> r.is(Trait.DATABASE))
                            .environment("MYSQL_DATABASE", "ghost")
                            .environment("MYSQL_USER", "ghost")
                            .environment("MYSQL_PASSWORD_FILE", "/run/secrets/password")
                            .environment("MYSQL_RANDOM_ROOT_PASSWORD", "yes")
                            .storage(s ->
                                    s.volume(data, "/var/lib/mysql").secretFile("/run/secrets/password", password, 999))
                            .healthCheck(h -> h.command("mysqladmin", "ping", "--protocol=tcp", "-h", "127.0.0.1"))
                            .limits(l -> l.memory(mib(1024))));
            server.container(
                    "ghost",
                    Image.of("ghost:5.130.2-alpine"),
                    c -> c.joins(web)
                            .joins(inner)
                            .needs(mysql)
                            .role(r -> r.is(Trait.WEB_INTERFACE))
                            .environment("url", "https://www.example.com")
                            .environment("database__client", "mysql")
                            .environment("database__connection__host", "mysql")
                            .environment("database__connection__user", "ghost")
                            .environment("database__connection__database", "ghost")
                            .environment("database__connection__password", password)
                            .mounts(content, "/var/lib/ghost/content")
                            .healthCheck(h -> h.command("wget", "-q", "--spider", "http://127.0.0.1:2368/"))
                            .limits(l -> l.memory(mib(512)))
                            .servedBy(
                                    proxy,
                                    t.zone("example.com").host("www"),
                                    2368,
                                    Access.everybodyBecause("it is a blog; its editor asks for a login of its own")));
            saved(
                    t,
                    mysql.stores(
                            "ghost",
                            DataKind.DATABASE,
                            d -> d.in(data)
                                    .dump(Command.of("mysqldump", "--single-transaction", "-ughost", "ghost"))
                                    .restore(Command.of("mysql", "-ughost", "ghost"))),
                    content);
        });
    }

    private static Topology shop() {
        return Tapbot.topology("presta", t -> {
            var admins = admins(t);
            var server = server(t, admins);
            var web = server.network("web");
            var inner = server.network("database", n -> n.internal());
            ZoneRef zone = t.zone("example.com");
            var proxy = server.run(Traefik.version("3.6.1")
                    .on(web)
                    .certificatesFrom(t.letsEncrypt("ops@example.com", a -> a.httpChallenge())));
            var data = server.volume("mariadb", v -> v.expectedSize(gib(10)));
            var files = server.volume("shop-files", v -> v.expectedSize(gib(20)));
            var password = Secret.generated("shop-database");
            ContainerRef mariadb = server.container(
                    "mariadb",
                    Image.of("mariadb:11.4.7"),
                    c -> c.joins(inner)
                            .listens(Port.tcp(3306))
                            .role(r -> r.is(Trait.DATABASE))
                            .environment("MARIADB_DATABASE", "shop")
                            .environment("MARIADB_USER", "shop")
                            .environment("MARIADB_PASSWORD_FILE", "/run/secrets/password")
                            .environment("MARIADB_RANDOM_ROOT_PASSWORD", "1")
                            .storage(s ->
                                    s.volume(data, "/var/lib/mysql").secretFile("/run/secrets/password", password, 999))
                            .healthCheck(h -> h.command("healthcheck.sh", "--connect", "--innodb_initialized"))
                            .limits(l -> l.memory(mib(1024))));
            server.container(
                    "shop",
                    Image.of("prestashop/prestashop:8.2.1-apache"),
                    c -> c.joins(web)
                            .joins(inner)
                            .needs(mariadb)
                            .role(r -> r.is(Trait.WEB_INTERFACE))
                            .environment("DB_SERVER", "mariadb")
                            .environment("DB_NAME", "shop")
                            .environment("DB_USER", "shop")
                            .environment("DB_PASSWD", password)
                            .environment("PS_DOMAIN", "shop.example.com")
                            .environment("PS_ENABLE_SSL", "1")
                            .mounts(files, "/var/www/html")
                            .healthCheck(h -> h.command("php", "-r", "exit(@fsockopen('127.0.0.1', 80) ? 0 : 1);"))
                            .limits(l -> l.memory(mib(1024)))
                            .servedBy(proxy, zone.host("shop"), 80, Access.everybodyBecause("it is the shop"))
                            .servedBy(
                                    proxy,
                                    zone.host("office"),
                                    80,
                                    Access.ownLogin().onlyFrom(admins)));
            saved(
                    t,
                    mariadb.stores(
                            "shop",
                            DataKind.DATABASE,
                            d -> d.in(data)
                                    .dump(Command.of("mariadb-dump", "--single-transaction", "-ushop", "shop"))
                                    .restore(Command.of("mariadb", "-ushop", "shop"))),
                    files);
        });
    }

    private static Topology gitServer() {
        return Tapbot.topology("git", t -> {
            var server = server(t, admins(t));
            var web = server.network("web");
            var inner = server.network("database", n -> n.internal());
            var proxy = caddy(t, server, web);
            var postgres = server.run(Postgres.version("16.9").on(inner));
            var database = postgres.database("gitea", Secret.generated("gitea-database"));
            var data = server.volume("gitea");
            server.container(
                    "gitea",
                    Image.of("gitea/gitea:1.24.3"),
                    c -> c.joins(web)
                            .joins(inner)
                            .needs(postgres)
                            .role(r -> r.is(Trait.WEB_INTERFACE))
                            .environment("GITEA__database__DB_TYPE", "postgres")
                            .environment("GITEA__database__HOST", "postgres:5432")
                            .environment("GITEA__database__NAME", "gitea")
                            .environment("GITEA__database__USER", "gitea")
                            .environment("GITEA__database__PASSWD", Secret.generated("gitea-database"))
                            .environment("GITEA__server__SSH_PORT", "2222")
                            .environment("GITEA__security__INSTALL_LOCK", "true")
                            .environment("GITEA__security__SECRET_KEY", Secret.generated("gitea-key"))
                            .mounts(data, "/data")
                            .publishes(Port.tcp(2222), p -> p.containerPort(22))
                            .healthCheck(h -> h.command("curl", "-fsS", "http://127.0.0.1:3000/api/healthz"))
                            .limits(l -> l.memory(mib(768)))
                            .servedBy(proxy, t.zone("example.com").host("git"), 3000, Access.ownLogin()));
            saved(t, database, data);
        });
    }

    private static Topology mailRelay() {
        return Tapbot.topology("mail", t -> {
            var ours = t.addresses("ours", "203.0.113.40/32", "203.0.113.41/32");
            var server = server(t, admins(t));
            var mail = server.network("mail");
            var queue =
                    server.volume("queue", v -> v.needsNoBackupBecause("a message that is waiting is sent in minutes"));
            server.container(
                    "postfix",
                    Image.of("boky/postfix:v4.4.0"),
                    c -> c.joins(mail)
                            .publishes(Port.tcp(587), ours)
                            .environment("ALLOWED_SENDER_DOMAINS", "example.com")
                            .environment("HOSTNAME", "relay.example.com")
                            .environment("RELAYHOST", "[smtp.provider.example]:587")
                            .environment("RELAYHOST_USERNAME", "example")
                            .environment("RELAYHOST_PASSWORD", Secret.environment("relay-password", "RELAY_PASSWORD"))
                            .mounts(queue, "/var/spool/postfix")
                            .role(r -> r.calls(t.outsideApi("provider", "smtp.provider.example", Port.tcp(587))))
                            .healthCheck(h -> h.command("/scripts/healthcheck.sh"))
                            .limits(l -> l.memory(mib(256))));
        });
    }

    private static Topology metrics() {
        return Tapbot.topology("metrics", t -> {
            var admins = admins(t);
            var server = server(t, admins);
            var web = server.network("web");
            var metrics = server.network("metrics");
            var proxy = caddy(t, server, web);
            var series = server.volume(
                    "series", v -> v.expectedSize(gib(30)).needsNoBackupBecause("fifteen days of metrics may be lost"));
            var silences = server.volume("silences", v -> v.needsNoBackupBecause("silences are said again"));
            var dashboards = server.volume("dashboards");
            var exporter = server.container(
                    "node-exporter",
                    Image.of("prom/node-exporter:v1.9.1"),
                    c -> c.joins(metrics)
                            .listens(Port.tcp(9100))
                            .process(p -> p.command("--path.rootfs=/host"))
                            .storage(s -> s.readOnlyHostPath(HostPath.of("/"), "/host"))
                            .limits(l -> l.memory(mib(64))));
            var alertmanager = server.container(
                    "alertmanager",
                    Image.of("prom/alertmanager:v0.28.1"),
                    c -> c.joins(metrics)
                            .listens(Port.tcp(9093))
                            .mounts(silences, "/alertmanager")
                            .healthCheck(h -> h.command("wget", "-q", "--spider", "http://127.0.0.1:9093/-/healthy"))
                            .limits(l -> l.memory(mib(128))));
            var prometheus = server.container(
                    "prometheus",
                    Image.of("prom/prometheus:v3.5.0"),
                    c -> c.joins(metrics)
                            .listens(Port.tcp(9090))
                            .needs(alertmanager)
                            .process(p -> p.startsAfter(exporter))
                            .mounts(series, "/prometheus")
                            .healthCheck(h -> h.command("wget", "-q", "--spider", "http://127.0.0.1:9090/-/healthy"))
                            .limits(l -> l.memory(mib(1024))));
            server.container(
                    "grafana",
                    Image.of("grafana/grafana:12.1.0"),
                    c -> c.joins(web)
                            .joins(metrics)
                            .needs(prometheus)
                            .role(r -> r.is(Trait.WEB_INTERFACE))
                            .environment("GF_SECURITY_ADMIN_PASSWORD__FILE", "/run/secrets/admin")
                            .storage(s -> s.volume(dashboards, "/var/lib/grafana")
                                    .secretFile("/run/secrets/admin", Secret.generated("grafana-admin"), 472))
                            .healthCheck(h -> h.command("wget", "-q", "--spider", "http://127.0.0.1:3000/api/health"))
                            .limits(l -> l.memory(mib(512)))
                            .servedBy(proxy, t.zone("example.com").host("grafana"), 3000, Access.ownLogin()));
            t.backup(
                    "nightly",
                    b -> b.of(dashboards)
                            .dailyAt("03:00")
                            .encryptedWith(Secret.file("backup-key", "/etc/estate/backup.key"))
                            .to(S3.bucket("example-backups").at("https://s3.example.com"), keep -> keep.days(30))
                            .restoreDrill(Drill.monthly()));
            t.acknowledge(
                    TopologyCode.HOST_PATH_READABLE,
                    exporter,
                    "it measures the file systems of the server, as its documents ask for");
        });
    }
}
