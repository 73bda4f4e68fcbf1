package kz.tapbot.validate;

import static kz.tapbot.validate.Parts.file;
import static kz.tapbot.validate.Parts.mount;
import static kz.tapbot.validate.Parts.on;
import static kz.tapbot.validate.Parts.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.DataSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The accidents that a plain container can still be declared into: exactly that mistake, exactly that finding; and none for the corrected one. */
class PlainContainersFindingsTest {

    @Test
    void a_page_that_shall_ask_by_itself_and_cannot_is_told() {
        assertThat(found(
                        "amir20/dozzle:v8.14.12",
                        s -> s.addNetworks(on("data/web"))
                                .addRoutes(route("logs3.tapbot.kz", 8080, "data/traefik", 201)
                                        .build())))
                .isEqualTo("""
                error TB2515  Login that the image does not ask for
                  at service:data/plain
                  service:data/plain is served at logs3.tapbot.kz, and Dozzle is said to ask for a login itself. As it is set up, it asks nobody.
                  Everybody who finds the name would be let in from the first second.
                  Let the proxy ask before anything reaches it:
                      Access.proxyLogin("admin", Secret.generated("logs3-login"))
                  declared at (TapbotKz.java:201)""");
        assertThat(found(
                        "amir20/dozzle:v8.14.12",
                        s -> s.addNetworks(on("data/web"))
                                .putEnvironment("DOZZLE_AUTH_PROVIDER", EnvironmentValue.text("simple"))
                                .addRoutes(route("logs3.tapbot.kz", 8080, "data/traefik", 201)
                                        .build())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prom/prometheus:v3.5.0", "prom/alertmanager:v0.28.1", "axllent/mailpit:v1.27.0"})
    void other_pages_without_a_login_are_told_too(String image) {
        assertThat(found(
                        image,
                        s -> s.addNetworks(on("data/web"))
                                .addRoutes(route("new.tapbot.kz", 9090, "data/traefik", 201)
                                        .build())))
                .startsWith("error TB2515  Login that the image does not ask for");
    }

    @Test
    void a_health_check_by_a_program_that_the_image_lacks_is_told() {
        assertThat(found(
                        "postgres:16.9",
                        PlainContainersFindingsTest::password,
                        memory("/var/lib/postgresql/data"),
                        s -> s.healthCheck(HealthCheck.of(
                                Command.of("sh", "-c", "wget -q -O /dev/null http://127.0.0.1:5432 || exit 1")))))
                .isEqualTo("""
                error TB2314  Health check by a program that the image lacks
                  at service:data/plain
                  service:data/plain tells its health by wget, which the image postgres:16.9 does not have.
                  The check would fail for ever: a service that works would be reported dead, and an update taken back.
                  Use what the image brings:
                      .healthCheck(h -> h.command("pg_isready", "-h", "127.0.0.1", "-q"))
                  declared at (TapbotKz.java:200)""");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres:16.9, curl, true",
        "postgres:16.9-alpine, wget, false",
        "postgres:16.9-alpine, curl, true",
        "amir20/dozzle:v8.14.12, wget, true",
        "redis:7.4.1, /usr/bin/curl, true",
        "redis:7.4.1-alpine, wget, false",
        "portainer/portainer-ce:2.33.3, wget, true",
        "portainer/portainer-ce:2.33.3-alpine, wget, false",
        "docker.n8n.io/n8nio/n8n:1.123.0, curl, true",
        "docker.n8n.io/n8nio/n8n:1.123.0, wget, false",
        "registry.example/bot:1.4.2, curl, false",
        "postgres:16.9, pg_isready, false"
    })
    void only_what_is_known_to_be_missing_is_told(String image, String tool, boolean told) {
        Consumer<Service.Builder> checked = s -> s.healthCheck(HealthCheck.of(Command.of(tool, "http://127.0.0.1/")));
        assertThat(found(image, checked).contains("TB2314")).isEqualTo(told);
    }

    @Test
    void a_required_variable_that_is_missing_is_told() {
        assertThat(found(
                        "directus/directus:10.10.0",
                        s -> s.addNetworks(on("data/web"))
                                .putEnvironment("SECRET", EnvironmentValue.secret(SecretName.of("directus-key")))))
                .startsWith("""
                error TB2315  Required variable missing
                  at service:data/plain
                  service:data/plain runs directus/directus:10.10.0 and does not set KEY.
                  Without it Directus ends right after its start, again and again, or makes up a value that is lost with the container.
                  Set it, from a secret if it is one:
                      .environment("KEY", Secret.generated("plain-key"))
                  declared at (TapbotKz.java:200)""");
        assertThat(found("postgres:16.9", s -> {})).startsWith("error TB2315  Required variable missing");
        assertThat(found("postgres:16.9", PlainContainersFindingsTest::password, memory("/var/lib/postgresql/data")))
                .isEmpty();
    }

    @Test
    void a_configuration_that_forgets_whom_to_listen_to_is_told() {
        Consumer<Service.Builder> configured =
                s -> s.command(Command.of("postgres", "-c", "config_file=/etc/postgres/own.conf"));
        assertThat(found(
                        "postgres:16.9",
                        PlainContainersFindingsTest::password,
                        memory("/var/lib/postgresql/data"),
                        configured,
                        s -> s.addFiles(file(
                                "/etc/postgres/own.conf",
                                Content.text("#listen_addresses = '*'\nwork_mem = '32MB'\n")))))
                .isEqualTo("""
                error TB2316  Database that listens to itself only
                  at service:data/plain
                  service:data/plain is configured by /etc/postgres/own.conf, which does not say listen_addresses.
                  PostgreSQL then listens on localhost only, inside its own container, and nobody can connect.
                  Add a line to the file; who may connect is decided by the networks that it is on:
                      listen_addresses = '*'
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "postgres:16.9",
                        PlainContainersFindingsTest::password,
                        memory("/var/lib/postgresql/data"),
                        configured,
                        s -> s.addFiles(file("/etc/postgres/own.conf", Content.text("listen_addresses = '*'\n")))))
                .isEmpty();
    }

    @Test
    void the_engines_socket_in_any_container_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        s -> s.addNetworks(on("data/web")).addMounts(Parts.socket())))
                .isEqualTo("""
                warning TB2317  Engine socket that nobody speaks of
                  at service:data/plain
                  service:data/plain has the engine's socket, /var/run/docker.sock, and does not say so.
                  Whoever takes over this container is root on the server; rules and reports do not see it as what it is.
                  Remove the mount, or say what it is and keep it to the administrators:
                      .role(r -> r.is(Trait.ENGINE_ACCESS))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        s -> s.addNetworks(on("data/web"))
                                .addMounts(Parts.socket())
                                .addTraits(Trait.ENGINE_ACCESS)))
                .isEmpty();
    }

    @Test
    void a_version_without_support_is_told() {
        assertThat(found("traefik:v2.11.2", s -> s.addNetworks(on("data/web")))).isEqualTo("""
                warning TB2318  Version that gets no more fixes
                  at service:data/plain
                  service:data/plain runs traefik:v2.11.2, a version of Traefik that gets no more fixes.
                  A hole that is found in it stays open, and its configuration is not that of today's documentation.
                  Move to version 3 or later, after reading its migration notes and saving the data.
                  declared at (TapbotKz.java:200)""");
    }

    @Test
    void rules_in_labels_and_of_traefik_2_are_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        s -> s.addNetworks(on("data/web"))
                                .putLabels("traefik.http.routers.bot.rule", "HostRegexp(`{host:.+}`)")))
                .isEqualTo("""
                error TB2517  Proxy rule of an older version
                  at service:data/plain
                  service:data/plain has a rule of Traefik 2 in the label traefik.http.routers.bot.rule: HostRegexp(`{host:…
                  Traefik 3 reads rules in another syntax; such a one matches nothing, or is refused, and the page is away without a word.
                  Declare the route, which is written for the version that runs, or write one matcher for each value:
                      Host(`a.example.com`) || Host(`b.example.com`)
                  declared at (TapbotKz.java:200)

                warning TB2516  Proxy rules in labels
                  at service:data/plain
                  service:data/plain has the label traefik.http.routers.bot.rule.
                  Tapbot's proxies read their routes from files and never look at it. If another proxy does, its route is in no check:
                  no login, no address list and no port map knows of it.
                  Declare the route and remove the labels:
                      .servedBy(proxy, zone.host("plain"), 8080, Access.ownLogin())
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        s -> s.addNetworks(on("data/web"))
                                .putLabels("traefik.http.routers.bot.rule", "Host(`bot.tapbot.kz`)")))
                .startsWith("warning TB2516");
        assertThat(found(
                        "traefik:3.6.1",
                        s -> s.addNetworks(on("data/web"))
                                .addFiles(file(
                                        "/etc/traefik/routes.yml",
                                        Content.text("rule: Host(`a.example.com`, `b.example.com`)")))))
                .startsWith("error TB2517");
    }

    @Test
    void a_wire_to_another_server_that_nothing_lets_through_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        s -> s.addNetworks(on("data/web"))
                                .putEnvironment("REDIS_URL", EnvironmentValue.text("redis://203.0.113.10:6379/0"))))
                .isEqualTo("""
                error TB2214  Wired to what is out of reach
                  at service:data/plain
                  service:data/plain is told by REDIS_URL to find 6379/tcp of server:app, and does not reach it: the firewall of server:app refuses 6379/tcp, which nothing opens.
                  It would start, and fail with its first request.
                  Put both on one network of one server, or let the one reach the other over a link:
                      t.link("private", Cidr.of("10.99.0.0/24"), l -> l.joins(one, other).lets(this).reach(that, 5432));
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        s -> s.addNetworks(on("data/web"))
                                .putEnvironment("REDIS_HOST", EnvironmentValue.text("203.0.113.10"))
                                .putEnvironment("REDIS_PORT", EnvironmentValue.text("6379"))))
                .startsWith("error TB2214");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        s -> s.addNetworks(on("data/web"))
                                .putEnvironment("REDIS_HOST", EnvironmentValue.text("redis"))))
                .contains(
                        "is told by REDIS_HOST to find service:app/redis, and does not reach it: nothing of that name is on its networks.");
    }

    @ParameterizedTest
    @CsvSource({
        "DB_TYPE, postgres",
        "DB_HOST, postgres",
        "API_URL, https://api.example.com/v1",
        "HOOK_URL, https://203.0.113.10:443/x",
        "SERVER, plain",
        "NAME, redis",
        "BIND_ADDRESS, 0.0.0.0"
    })
    void what_is_reached_or_names_nothing_of_ours_is_no_wire_to_tell_of(String variable, String text) {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        s -> s.addNetworks(on("data/web"), on("data/database"))
                                .putEnvironment(variable, EnvironmentValue.text(text))))
                .isEmpty();
    }

    @Test
    void a_database_without_a_password_is_told() {
        assertThat(found("redis:7.4.1", s -> {})).isEqualTo("""
                warning TB2708  Database that asks for no password
                  at service:data/plain
                  service:data/plain runs Redis and asks nobody for a password.
                  Whoever gets into any container of its networks reads and changes all that is in it.
                  Let the typed service do it, which keeps the password in a file:
                      server.run(Redis.version("7.4.1").on(database).memory(mib(384)))
                  declared at (TapbotKz.java:200)""");
        assertThat(found("qdrant/qdrant:v1.15.4", memory("/qdrant/storage"))).startsWith("warning TB2708");
        assertThat(found(
                        "qdrant/qdrant:v1.15.4",
                        memory("/qdrant/storage"),
                        s -> s.putEnvironment(
                                "QDRANT__SERVICE__API_KEY", EnvironmentValue.secret(SecretName.of("qdrant-key")))))
                .isEmpty();
        assertThat(found(
                        "redis:7.4.1",
                        s -> s.addFiles(file("/etc/redis.conf", Content.secret(SecretName.of("redis-password"))))
                                .command(Command.of("redis-server", "--aclfile", "/etc/redis.conf"))))
                .isEmpty();
    }

    @Test
    void a_database_by_its_image_alone_is_judged_as_one() {
        assertThat(found(
                        "postgres:16.9",
                        PlainContainersFindingsTest::password,
                        memory("/var/lib/postgresql/data"),
                        s -> s.addNetworks(on("data/web"))))
                .startsWith("warning TB2213  Database on a network with a way out");
        assertThat(found(
                        "docker.io/library/postgres:16.9",
                        PlainContainersFindingsTest::password,
                        memory("/var/lib/postgresql/data"),
                        s -> s.addNetworks(on("data/web")).addPublications(Publication.open(Port.tcp(5432)))))
                .startsWith("error TB2104  Database open to everybody");
    }

    @Test
    void the_files_of_a_plain_database_in_a_backup_are_told() {
        Topology plain = estate(
                "postgres:16.9",
                List.of(
                        PlainContainersFindingsTest::password,
                        s -> s.addMounts(mount("data/plain", "/var/lib/postgresql/data"))));
        Topology volume = Change.server(plain, "data", s -> s.addVolumes(Parts.volume("plain", 1024, 202)));
        assertThat(Judged.findings(
                        Change.backup(volume, b -> b.addSources(BackupSource.volume(VolumeId.of("data/plain"))))))
                .isEqualTo("""
                error TB2609  Running database backed up as files
                  at backup:nightly
                  backup:nightly copies volume:data/plain as files, in which the data of service:data/plain lies.
                  Files change while they are copied, so the copy holds two moments at once and may not open when it is needed.
                  Save the data by its own dump instead:
                      .of(dump)
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void a_well_known_port_of_the_server_opened_to_everybody_is_told() {
        assertThat(Judged.findings(
                        Change.server("app", s -> s.addOpen(new FirewallRule(Port.tcp(10_000), List.of(), "webmin")))))
                .isEqualTo("""
                warning TB2106  Well-known inner port open to everybody
                  at server:app
                  server:app opens port 10000 to everybody. It is Webmin's own, which is for insiders.
                  If that is what listens there, strangers will find it on the number alone.
                  Say who may come, and give the program an odd port:
                      .firewall(f -> f.opens(Port.tcp(10000), "webmin", admins))
                  declared at (TapbotKz.java:21)""");
        assertThat(Judged.findings(
                        Change.server("app", s -> s.addOpen(new FirewallRule(Port.tcp(5432), List.of(), "postgres")))))
                .isEqualTo("""
                error TB2105  Database port open to everybody
                  at server:app
                  server:app opens port 5432, PostgreSQL's own, to everybody.
                  A database that the Internet reaches is found within hours and tried until a password or a hole opens it.
                  Remove the rule, or say who may come:
                      .firewall(f -> f.opens(Port.tcp(5432), "postgres", admins))
                  declared at (TapbotKz.java:21)""");
    }

    private static void password(Service.Builder service) {
        service.putEnvironment("POSTGRES_PASSWORD_FILE", EnvironmentValue.text("/run/secrets/password"));
    }

    /** All of it may be lost, and that is said. */
    private static Consumer<Service.Builder> memory(String path) {
        return s -> s.addMounts(Mount.memory(DataSize.mib(16), ContainerPath.of(path)));
    }

    /** What is found in the good estate with one more container, of kind "container", on the internal network unless it is put elsewhere. */
    @SafeVarargs
    private static String found(String image, Consumer<Service.Builder>... said) {
        List<Consumer<Service.Builder>> all = new ArrayList<>();
        for (Consumer<Service.Builder> each : said) {
            all.add(each);
        }
        return Judged.findings(estate(image, all));
    }

    private static Topology estate(String image, List<Consumer<Service.Builder>> said) {
        Service.Builder plain = Parts.service("plain", image, 8, 200).kind(ServiceKind.of("container"));
        said.forEach(each -> each.accept(plain));
        if (plain.build().networks().isEmpty()) {
            plain.addNetworks(on("data/database"));
        }
        return Change.server("data", s -> s.addServices(plain.build()));
    }
}
