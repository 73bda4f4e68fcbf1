package kz.tapbot.mistake;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.mib;

import java.util.List;
import java.util.function.Consumer;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.RestartPolicy;

/** Of what is run, how it is told to run, and how it tells that it does. */
final class ProgramMistakes {

    private static final String APP = "service:box/app";

    private ProgramMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "a name with an underscore, which is no host name",
                        "minio/mc#4651",
                        "TB1001",
                        "server:box",
                        "`box.container(\"my_app\", …)`",
                        s -> s.program("my_app", "example/app:1.0.0", c -> {}),
                        s -> s.program("my-app", "example/app:1.0.0", c -> {})),
                new Mistake(
                        "an image written with capital letters",
                        "GoogleChromeLabs/bubblewrap#807",
                        "TB1007",
                        "topology:estate",
                        "`Image.of(\"ghcr.io/Example/app:1.0.0\")`",
                        s -> s.program("app", "ghcr.io/Example/app:1.0.0", c -> {}),
                        s -> s.program("app", "ghcr.io/example/app:1.0.0", c -> {})),
                new Mistake(
                        "a heap larger than the container",
                        "jhipster/jhipster-core#463",
                        "TB2406",
                        APP,
                        "`JAVA_TOOL_OPTIONS` `-Xmx1g` with `.memory(mib(256))`",
                        s -> app(s, c -> c.environment("JAVA_TOOL_OPTIONS", "-Xmx1g")),
                        s -> app(s, c -> c.environment("JAVA_TOOL_OPTIONS", "-Xmx128m"))),
                new Mistake(
                        "a heap of Node.js larger than the container",
                        "apify/apify-actor-docker#300",
                        "TB2406",
                        APP,
                        "`NODE_OPTIONS` `--max-old-space-size=4096` with `.memory(mib(256))`",
                        s -> app(s, c -> c.environment("NODE_OPTIONS", "--max-old-space-size=4096")),
                        s -> app(s, c -> c.environment("NODE_OPTIONS", "--max-old-space-size=160"))),
                new Mistake(
                        "a database looked for at localhost",
                        "MariaDB/mariadb-docker#140",
                        "TB2216",
                        APP,
                        "`DATABASE_URL` `postgres://shop@localhost/shop`",
                        s -> inside(s, c -> c.environment("DATABASE_URL", "postgres://shop@localhost/shop")),
                        s -> inside(s, c -> c.environment("DATABASE_URL", "postgres://shop@postgres/shop"))),
                new Mistake(
                        "a name for the server that only desktop engines know",
                        "docker/for-linux#264",
                        "TB2216",
                        APP,
                        "`API_URL` `http://host.docker.internal:8080/`",
                        s -> app(s, c -> c.environment("API_URL", "http://host.docker.internal:8080/")),
                        s -> app(s, c -> c.environment("API_URL", "https://api.example.org/"))),
                new Mistake(
                        "a program that listens to its own container",
                        "moby/moby#27315",
                        "TB2324",
                        APP,
                        "`--host 127.0.0.1`",
                        s -> app(
                                s,
                                c -> c.listens(Port.tcp(8000)).process(p -> p.command("serve", "--host", "127.0.0.1"))),
                        s -> app(
                                s,
                                c -> c.listens(Port.tcp(8000)).process(p -> p.command("serve", "--host", "0.0.0.0")))),
                new Mistake(
                        "a pipe in a health check that no shell reads",
                        "docker/docs#10058",
                        "TB2320",
                        APP,
                        "`.command(\"curl\", \"-s\", \"…\", \"|\", \"grep\", \"UP\")`",
                        s -> app(
                                s,
                                c -> c.healthCheck(h ->
                                        h.command("curl", "-s", "http://127.0.0.1:8080/health", "|", "grep", "UP"))),
                        s -> app(
                                s,
                                c -> c.healthCheck(
                                        h -> h.command("sh", "-c", "curl -s http://127.0.0.1:8080/health | grep UP")))),
                new Mistake(
                        "a variable in a health check that no shell reads",
                        "toptal/haste-server#401",
                        "TB2320",
                        APP,
                        "`.command(\"curl\", \"-f\", \"http://127.0.0.1:${PORT}/\")`",
                        s -> app(s, c -> c.healthCheck(h -> h.command("curl", "-f", "http://127.0.0.1:${PORT}/"))),
                        s -> app(s, c -> c.healthCheck(h -> h.command("curl", "-f", "http://127.0.0.1:8080/")))),
                new Mistake(
                        "health asked of localhost, which is ::1 first",
                        "wallabag/docker#407",
                        "TB2328",
                        APP,
                        "`.command(\"wget\", \"--spider\", \"http://localhost/\")`",
                        s -> app(s, c -> c.healthCheck(h -> h.command("wget", "--spider", "http://localhost/"))),
                        s -> app(s, c -> c.healthCheck(h -> h.command("wget", "--spider", "http://127.0.0.1/")))),
                new Mistake(
                        "quotes that stay in a value",
                        "docker/compose#3702",
                        "TB2321",
                        APP,
                        "`.environment(\"MODE\", \"\\\"live\\\"\")`",
                        s -> app(s, c -> c.environment("MODE", "\"live\"")),
                        s -> app(s, c -> c.environment("MODE", "live"))),
                new Mistake(
                        "a time zone with its sign reversed",
                        "systemd/systemd#19557",
                        "TB2322",
                        APP,
                        "`.environment(\"TZ\", \"GMT+5\")`",
                        s -> app(s, c -> c.environment("TZ", "GMT+5")),
                        s -> app(s, c -> c.environment("TZ", "Asia/Almaty"))),
                new Mistake(
                        "a secret that the program may not read",
                        "docker/compose#13287",
                        "TB2325",
                        APP,
                        "`.secretFile(\"/run/secrets/key\", key, 0)` with `.user(\"1000\")`",
                        s -> secret(s, 0),
                        s -> secret(s, 1000)),
                new Mistake(
                        "a read-only root under nginx",
                        "docker-library/docs#2198",
                        "TB2326",
                        "service:box/nginx",
                        "`.readOnlyRoot()` with `/var/cache` in memory",
                        s -> s.program(
                                "nginx",
                                "nginx:1.29.3",
                                c -> c.confinement(f -> f.readOnlyRoot()).storage(m -> m.memory(mib(1), "/run"))),
                        s -> s.program(
                                "nginx",
                                "nginx:1.29.3",
                                c -> c.confinement(f -> f.readOnlyRoot())
                                        .storage(m -> m.memory(mib(1), "/run").memory(mib(16), "/var/cache/nginx")))),
                new Mistake(
                        "a start before the database takes connections",
                        "docker-library/docs#2467",
                        "TB2329",
                        APP,
                        "`.startsAfter(postgres)`",
                        s -> inside(s, c -> c.process(p -> p.startsAfter(s.postgres()))),
                        s -> inside(s, c -> c.needs(s.postgres()))),
                new Mistake(
                        "a service that does not come back after a reboot",
                        "projectsend/projectsend#1658",
                        "TB2312",
                        APP,
                        "`.restart(RestartPolicy.NO)`",
                        s -> app(s, c -> c.publishes(Port.tcp(8090)).process(p -> p.restart(RestartPolicy.NO))),
                        s -> app(s, c -> c.publishes(Port.tcp(8090)))),
                new Mistake(
                        "more processors than the machine has",
                        "moby/moby#40303",
                        "TB2405",
                        APP,
                        "`.cpus(cpus(4))` on a machine of two",
                        s -> app(s, c -> c.limits(l -> l.cpus(cpus(4)))),
                        s -> app(s, c -> c.limits(l -> l.cpus(cpus(1))))),
                new Mistake(
                        "Elasticsearch without the memory maps that it needs",
                        "spujadas/elk-docker#157",
                        "TB2331",
                        "service:box/search",
                        "`elasticsearch:8.15.0` and no `vm.max_map_count`",
                        s -> s.program("search", "elasticsearch:8.15.0", c -> {}),
                        s -> {
                            s.system(server -> server.system(system -> system.sysctl("vm.max_map_count", "262144")));
                            s.program("search", "elasticsearch:8.15.0", c -> {});
                        }),
                new Mistake(
                        "two mounts at one place",
                        "docker/compose#6999",
                        "TB1201",
                        APP,
                        "`.mounts(data, \"/srv/app\")` and memory at `/srv/app`",
                        s -> mounts(s, "/srv/app"),
                        s -> mounts(s, "/tmp")));
    }

    private static void mounts(Scene s, String second) {
        var data = s.volume("data");
        app(s, c -> c.mounts(data, "/srv/app").storage(m -> m.memory(mib(16), second)));
    }

    private static void secret(Scene s, int owner) {
        app(
                s,
                c -> c.confinement(f -> f.user("1000"))
                        .storage(m -> m.secretFile("/run/secrets/key", Secret.generated("app-key"), owner)));
    }

    private static void app(Scene s, Consumer<ContainerSpec> more) {
        s.program("app", "example/app:1.0.0", more);
    }

    private static void inside(Scene s, Consumer<ContainerSpec> more) {
        s.store("app", "example/app:1.0.0", more);
    }
}
