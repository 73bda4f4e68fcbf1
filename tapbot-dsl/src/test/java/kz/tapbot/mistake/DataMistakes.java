package kz.tapbot.mistake;

import static kz.tapbot.model.value.DataSize.mib;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.service.Capability;

/** Of what stores data. */
final class DataMistakes {

    private static final String DB = "service:box/db";

    private DataMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "PostgreSQL 18 with its volume where older versions had it",
                        "docker-library/postgres#1400",
                        "TB2319",
                        DB,
                        "`postgres:18.1` with `/var/lib/postgresql/data`",
                        s -> postgres(s, "18.1", mounted(s, "/var/lib/postgresql/data")),
                        s -> postgres(s, "18.1", mounted(s, "/var/lib/postgresql"))),
                new Mistake(
                        "PostgreSQL 17 with its volume above the one of its image",
                        "docker-library/docs#2582",
                        "TB2319",
                        DB,
                        "`postgres:17.2` with `/var/lib/postgresql`",
                        s -> postgres(s, "17.2", mounted(s, "/var/lib/postgresql")),
                        s -> postgres(s, "17.2", mounted(s, "/var/lib/postgresql/data"))),
                new Mistake(
                        "a database without a volume",
                        "docker-library/mongo#480",
                        "TB2319",
                        DB,
                        "`mongo:7.0.14` and no `.mounts(…)`",
                        s -> mongo(s, c -> {}),
                        s -> mongo(s, mounted(s, "/data/db"))),
                new Mistake(
                        "MongoDB with its volume at /data",
                        "docker-library/mongo#104",
                        "TB2319",
                        DB,
                        "`.mounts(data, \"/data\")`",
                        s -> mongo(s, mounted(s, "/data")),
                        s -> mongo(s, mounted(s, "/data/db"))),
                new Mistake(
                        "Redis with its volume where a package would have it",
                        "the-momentum/open-wearables#1126",
                        "TB2319",
                        DB,
                        "`.mounts(data, \"/var/lib/redis/data\")`",
                        s -> redis(s, "100mb", mounted(s, "/var/lib/redis/data")),
                        s -> redis(s, "100mb", mounted(s, "/data"))),
                new Mistake(
                        "n8n without a volume for its workflows",
                        "criadordigital/n8nmodofila#1",
                        "TB2319",
                        "service:box/n8n",
                        "`n8nio/n8n:1.123.0` and no `.mounts(…)`",
                        s -> n8n(s, c -> {}),
                        s -> n8n(s, mounted(s, "/home/node/.n8n"))),
                new Mistake(
                        "MongoDB that asks for no password",
                        "docker-library/mongo#656",
                        "TB2708",
                        DB,
                        "no `MONGO_INITDB_ROOT_USERNAME`",
                        s -> s.store("db", "mongo:7.0.14", mounted(s, "/data/db")),
                        s -> mongo(s, mounted(s, "/data/db"))),
                new Mistake(
                        "two servers of a database on one volume",
                        "docker-library/postgres#171",
                        "TB2612",
                        "service:box/twin",
                        "`.mounts(data, \"/var/lib/postgresql/data\")` twice",
                        s -> {
                            var data = s.volume("data");
                            postgres(s, "16.9", c -> c.mounts(data, "/var/lib/postgresql/data"));
                            s.store("twin", "postgres:16.9", password(c -> c.mounts(data, "/var/lib/postgresql/data")));
                        },
                        s -> {
                            postgres(s, "16.9", mounted(s, "/var/lib/postgresql/data"));
                            var twin = s.volume("twin");
                            s.store("twin", "postgres:16.9", password(c -> c.mounts(twin, "/var/lib/postgresql/data")));
                        }),
                new Mistake(
                        "shared buffers larger than the container",
                        "docker-library/postgres#809",
                        "TB2406",
                        DB,
                        "`-c shared_buffers=1GB` with `.memory(mib(256))`",
                        s -> postgres(s, "16.9", kept(s, c -> c.process(p -> p.command("-c", "shared_buffers=1GB")))),
                        s -> postgres(s, "16.9", kept(s, c -> c.process(p -> p.command("-c", "shared_buffers=64MB"))))),
                new Mistake(
                        "a buffer pool larger than the container",
                        "datajoint/mysql-docker#31",
                        "TB2406",
                        DB,
                        "`--innodb-buffer-pool-size=4G` with `.memory(mib(256))`",
                        s -> mysql(s, "--innodb-buffer-pool-size=4G"),
                        s -> mysql(s, "--innodb-buffer-pool-size=128M")),
                new Mistake(
                        "keys of Redis up to the limit of the container",
                        "ding113/claude-code-hub#1048",
                        "TB2406",
                        DB,
                        "`maxmemory 256mb` with `.memory(mib(256))`",
                        s -> redis(s, "256mb", mounted(s, "/data")),
                        s -> redis(s, "128mb", mounted(s, "/data"))),
                new Mistake(
                        "a database without fsync, for speed",
                        "appwrite/appwrite#13479",
                        "TB2323",
                        DB,
                        "`-c fsync=off`",
                        s -> postgres(s, "16.9", kept(s, c -> c.process(p -> p.command("-c", "fsync=off")))),
                        s -> postgres(
                                s, "16.9", kept(s, c -> c.process(p -> p.command("-c", "synchronous_commit=off"))))),
                new Mistake(
                        "a database without full page writes",
                        "sameersbn/docker-postgresql#86",
                        "TB2323",
                        DB,
                        "`full_page_writes = off` in `postgresql.conf`",
                        s -> postgres(s, "16.9", kept(s, configured("full_page_writes = off\n"))),
                        s -> postgres(s, "16.9", kept(s, configured("full_page_writes = on\n")))),
                new Mistake(
                        "autovacuum switched off and forgotten",
                        "https://schema.ai/technologies/postgresql/insights/unused-tables-block-database-wraparound",
                        "TB2323",
                        DB,
                        "`autovacuum = off` in `postgresql.conf`",
                        s -> postgres(s, "16.9", kept(s, configured("autovacuum = off\n"))),
                        s -> postgres(s, "16.9", kept(s, configured("autovacuum_max_workers = 4\n")))),
                new Mistake(
                        "a read-only root under PostgreSQL",
                        "docker-library/postgres#154",
                        "TB2326",
                        DB,
                        "`.readOnlyRoot()`",
                        s -> postgres(s, "16.9", kept(s, c -> c.confinement(f -> f.readOnlyRoot()))),
                        s -> postgres(
                                s,
                                "16.9",
                                kept(
                                        s,
                                        c -> c.confinement(f -> f.readOnlyRoot())
                                                .storage(m -> m.memory(mib(1), "/var/run/postgresql"))))),
                new Mistake(
                        "all capabilities taken from a database that changes its user",
                        "docker-library/postgres#1070",
                        "TB2327",
                        DB,
                        "`.drops(Capability.ALL)`",
                        s -> postgres(s, "16.9", kept(s, c -> c.confinement(f -> f.drops(Capability.ALL)))),
                        s -> postgres(
                                s,
                                "16.9",
                                kept(
                                        s,
                                        c -> c.confinement(
                                                f -> f.drops(Capability.ALL).user("999"))))),
                new Mistake(
                        "seconds for a database to stop",
                        "Dokploy/dokploy#3607",
                        "TB2330",
                        DB,
                        "`.stopGrace(Duration.ofSeconds(5))`",
                        s -> postgres(s, "16.9", kept(s, c -> c.process(p -> p.stopGrace(Duration.ofSeconds(5))))),
                        s -> postgres(s, "16.9", kept(s, c -> c.process(p -> p.stopGrace(Duration.ofSeconds(90)))))),
                new Mistake(
                        "copies whose key is only on the server that they save",
                        "borgbackup/borg#7959",
                        "TB2616",
                        "backup:nightly",
                        "`.encryptedWith(Secret.generated(\"backup-key\"))`",
                        s -> s.backup(b ->
                                b.encryptedWith(Secret.generated("backup-key")).dailyAt("03:10")),
                        s -> s.backup(b -> b.encryptedWith(Secret.file("backup-key", "/etc/estate/backup.key"))
                                .dailyAt("03:10"))),
                new Mistake(
                        "a nightly job in the hour that the clocks skip",
                        "rundeck/rundeck#6879",
                        "TB2803",
                        "backup:nightly",
                        "`.dailyAt(\"02:30\")` with `Europe/Berlin`",
                        s -> berlin(s, "02:30"),
                        s -> berlin(s, "03:30")));
    }

    private static void berlin(Scene s, String time) {
        s.system(server -> server.system(system -> system.timeZone("Europe/Berlin")));
        s.backup(b -> b.encryptedWith(Secret.file("backup-key", "/etc/estate/backup.key"))
                .dailyAt(time));
    }

    private static Consumer<ContainerSpec> mounted(Scene s, String path) {
        var data = s.volume("data");
        return c -> c.mounts(data, path);
    }

    private static Consumer<ContainerSpec> kept(Scene s, Consumer<ContainerSpec> more) {
        return mounted(s, "/var/lib/postgresql/data").andThen(more);
    }

    private static Consumer<ContainerSpec> configured(String line) {
        return c -> c.process(p -> p.command("postgres", "-c", "config_file=/etc/own.conf"))
                .storage(m -> m.file("/etc/own.conf", f -> f.text("listen_addresses = '*'\n" + line)));
    }

    private static Consumer<ContainerSpec> password(Consumer<ContainerSpec> more) {
        Consumer<ContainerSpec> password = c -> c.environment("POSTGRES_PASSWORD_FILE", "/run/secrets/password")
                .storage(m -> m.secretFile("/run/secrets/password", Secret.generated("db-password"), 999));
        return password.andThen(more);
    }

    private static void postgres(Scene s, String version, Consumer<ContainerSpec> more) {
        s.store("db", "postgres:" + version, password(more));
    }

    private static void mongo(Scene s, Consumer<ContainerSpec> more) {
        Consumer<ContainerSpec> login = c -> c.environment("MONGO_INITDB_ROOT_USERNAME", "root")
                .environment("MONGO_INITDB_ROOT_PASSWORD_FILE", "/run/secrets/password")
                .storage(m -> m.secretFile("/run/secrets/password", Secret.generated("db-password"), 999));
        s.store("db", "mongo:7.0.14", login.andThen(more));
    }

    private static void mysql(Scene s, String option) {
        s.store(
                "db",
                "mysql:8.4.6",
                mounted(s, "/var/lib/mysql")
                        .andThen(c -> c.environment("MYSQL_RANDOM_ROOT_PASSWORD", "yes")
                                .process(p -> p.command(option))));
    }

    private static void redis(Scene s, String memory, Consumer<ContainerSpec> more) {
        Consumer<ContainerSpec> configured = c -> c.process(p -> p.command("redis-server", "/etc/redis.conf"))
                .storage(m ->
                        m.file("/etc/redis.conf", f -> f.text("maxmemory " + memory + "\naclfile /etc/users.acl\n")));
        s.store("db", "redis:7.4.1", configured.andThen(more));
    }

    private static void n8n(Scene s, Consumer<ContainerSpec> more) {
        Consumer<ContainerSpec> key = c -> c.environment("N8N_ENCRYPTION_KEY", Secret.generated("n8n-key"));
        s.program("n8n", "n8nio/n8n:1.123.0", key.andThen(more));
    }
}
