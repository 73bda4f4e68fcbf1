package kz.tapbot.validate;

import static kz.tapbot.validate.Parts.file;
import static kz.tapbot.validate.Parts.on;
import static kz.tapbot.validate.Parts.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.HostPath;
import org.junit.jupiter.api.Test;

/** What goes against what is known of an image, or of every container: exactly that mistake, exactly that finding; and none for the corrected one. */
class KnownImagesFindingsTest {

    private static final Consumer<Service.Builder> DATA = memory("/var/lib/postgresql/data");

    @Test
    void a_port_of_outgoing_connections_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.addPublications(publication(40_022, Optional.empty()))))
                .isEqualTo("""
                warning TB2110  Port that outgoing connections take
                  at service:data/plain
                  service:data/plain publishes 40022/tcp, which server:data also takes for connections of its own.
                  While such a connection lasts the container cannot start: the address is in use, at some reboot or other.
                  Take a port below 32768, or keep it free:
                      .system(s -> s.sysctl("net.ipv4.ip_local_reserved_ports", "40022"))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.addPublications(publication(20_022, Optional.empty()))))
                .isEmpty();
    }

    @Test
    void a_port_on_the_address_of_another_server_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.addPublications(publication(8090, Optional.of(IpAddress.of("203.0.113.10"))))))
                .isEqualTo("""
                error TB2111  Port on another server's address
                  at service:data/plain
                  service:data/plain opens 8090/tcp on 203.0.113.10, which is the address of server:app.
                  server:data does not have it, so that the engine refuses to start the container.
                  Take an address of its own, or leave it away:
                      .publishes(Port.tcp(8090), p -> p.on(IpAddress.of("203.0.113.20")))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.addPublications(publication(8090, Optional.of(IpAddress.of("203.0.113.20"))))))
                .isEmpty();
    }

    @Test
    void a_wire_to_its_own_container_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        s -> s.putEnvironment("DATABASE_URL", text("postgres://bot@localhost:5432/directus"))))
                .isEqualTo("""
                error TB2216  Wired to its own container
                  at service:data/plain
                  service:data/plain is told by DATABASE_URL to find localhost, which is its own container, and service:data/postgres listens on 5432/tcp.
                  In a container localhost is the container, and no name leads to its server: the connection fails, whatever runs beside it.
                  Name the service; on a common network that is enough:
                      .environment("DATABASE_URL", "…postgres…")
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        s -> s.putEnvironment("DATABASE_URL", text("postgres://bot@postgres:5432/directus"))))
                .isEmpty();
    }

    @Test
    void a_name_of_desktop_engines_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.putEnvironment("API_HOST", text("host.docker.internal"))))
                .isEqualTo("""
                error TB2216  Wired to its own container
                  at service:data/plain
                  service:data/plain is told by API_HOST to find host.docker.internal, a name that only desktop engines know.
                  In a container localhost is the container, and no name leads to its server: the connection fails, whatever runs beside it.
                  Name the service; on a common network that is enough:
                      .environment("API_HOST", "…postgres…")
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.putEnvironment("API_HOST", text("directus"))))
                .isEmpty();
    }

    @Test
    void a_database_without_a_volume_is_told() {
        assertThat(found("postgres:16.9", KnownImagesFindingsTest::password)).isEqualTo("""
                error TB2319  Data that ends with the container
                  at service:data/plain
                  service:data/plain runs postgres:16.9, which keeps its data in /var/lib/postgresql/data, and has no volume.
                  What is stored there ends with the container, and an update makes a new one.
                  Mount a volume there; memory, if all of it may be lost:
                      .mounts(data.volume("plain-data"), "/var/lib/postgresql/data")
                  declared at (TapbotKz.java:200)""");
        assertThat(found("postgres:16.9", KnownImagesFindingsTest::password, memory("/var/lib/postgresql/data")))
                .isEmpty();
    }

    @Test
    void a_volume_at_the_place_of_an_older_version_is_told() {
        assertThat(found("postgres:18.1", KnownImagesFindingsTest::password, memory("/var/lib/postgresql/data")))
                .isEqualTo("""
                error TB2319  Data that ends with the container
                  at service:data/plain
                  service:data/plain runs postgres:18.1, which keeps its data in /var/lib/postgresql/18/docker, and has no volume.
                  What is stored there ends with the container, and an update makes a new one.
                  Mount a volume there; memory, if all of it may be lost:
                      .mounts(data.volume("plain-data"), "/var/lib/postgresql")
                  declared at (TapbotKz.java:200)""");
        assertThat(found("postgres:18.1", KnownImagesFindingsTest::password, memory("/var/lib/postgresql")))
                .isEmpty();
    }

    @Test
    void a_command_for_a_shell_without_one_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.healthCheck(
                                HealthCheck.of(Command.of("curl", "-f", "http://127.0.0.1/", "||", "exit", "1")))))
                .isEqualTo("""
                error TB2320  Shell text without a shell
                  at service:data/plain
                  The health check of service:data/plain has "||" among its words, and no shell to read it.
                  The engine starts a program with its arguments as they stand; curl gets them as text, and fails.
                  Say the shell, if the image has one, and the line as one word:
                      .command("sh", "-c", "…")
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.healthCheck(
                                HealthCheck.of(Command.of("sh", "-c", "curl -f http://127.0.0.1/ || exit 1")))))
                .isEmpty();
    }

    @Test
    void quotes_around_a_value_are_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.putEnvironment("MODE", text("\"production\""))))
                .isEqualTo("""
                warning TB2321  Quotes that stay in the value
                  at service:data/plain
                  service:data/plain sets MODE to a text with quotes around it.
                  No shell takes them away: the program gets them as part of the value, and a path, a number or a password does not match.
                  Leave them out:
                      .environment("MODE", "…")
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.putEnvironment("MODE", text("production"))))
                .isEmpty();
    }

    @Test
    void a_time_zone_that_reads_backwards_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.putEnvironment("TZ", text("UTC+5"))))
                .isEqualTo("""
                warning TB2322  Time zone that is none
                  at service:data/plain
                  service:data/plain sets TZ to UTC+5, which reads backwards.
                  After + stands how far west it is, so that the program is on the other side of Greenwich: whatever it does by the clock is hours off.
                  Name a city of the zone, as the time zone database does:
                      .environment("TZ", "Asia/Almaty")
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.putEnvironment("TZ", text("Asia/Almaty"))))
                .isEmpty();
    }

    @Test
    void a_setting_that_risks_the_data_is_told() {
        assertThat(found(
                        "postgres:16.9",
                        KnownImagesFindingsTest::password,
                        DATA,
                        s -> s.command(Command.of("postgres", "-c", "fsync=off"))))
                .isEqualTo("""
                error TB2323  Setting that risks the data
                  at service:data/plain
                  service:data/plain switches fsync off.
                  After a crash or a loss of power the whole database may not open any more, and a backup is all that is left.
                  Remove the setting, or say that it is on:
                      .setting("fsync", "on")
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "postgres:16.9",
                        KnownImagesFindingsTest::password,
                        DATA,
                        s -> s.command(Command.of("postgres", "-c", "synchronous_commit=off"))))
                .isEmpty();
    }

    @Test
    void a_program_that_listens_to_its_own_container_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.addListens(Port.tcp(8000))
                                .command(Command.of("uvicorn", "app:app", "--host", "127.0.0.1"))))
                .isEqualTo("""
                error TB2324  Listens to its own container only
                  at service:data/plain
                  service:data/plain is told by --host=127.0.0.1 to listen to its own container only.
                  Neither the proxy nor another container nor a published port reaches it; all are refused.
                  Let it listen on every address of the container; who gets there is decided by its networks:
                      0.0.0.0
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.addListens(Port.tcp(8000))
                                .command(Command.of("uvicorn", "app:app", "--host", "0.0.0.0"))))
                .isEmpty();
    }

    @Test
    void a_file_that_the_program_cannot_read_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        user("1000"),
                        s -> s.addFiles(file("/run/secrets/key", Content.secret(SecretName.of("directus-key"))))))
                .isEqualTo("""
                error TB2325  File that the program cannot read
                  at service:data/plain
                  service:data/plain runs as user 1000, and /run/secrets/key is for user 0 only (mode 0400).
                  The program may not open it: it ends at its start, or goes on without what is in it.
                  Give it to the user who reads it:
                      .storage(s -> s.secretFile("/run/secrets/key", secret, 1000))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        user("0"),
                        s -> s.addFiles(file("/run/secrets/key", Content.secret(SecretName.of("directus-key"))))))
                .isEmpty();
    }

    @Test
    void a_read_only_root_under_a_program_that_writes_is_told() {
        assertThat(found("postgres:16.9", KnownImagesFindingsTest::password, DATA, KnownImagesFindingsTest::readOnly))
                .isEqualTo("""
                error TB2326  Read-only root under a program that writes
                  at service:data/plain
                  service:data/plain has a read-only root, and postgres:16.9 writes to /var/run/postgresql.
                  It would end right after its start, again and again.
                  Give it memory to write to:
                      .storage(s -> s.memory(mib(16), "/var/run/postgresql"))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "postgres:16.9",
                        KnownImagesFindingsTest::password,
                        DATA,
                        KnownImagesFindingsTest::readOnly,
                        memory("/run/postgresql")))
                .isEmpty();
    }

    @Test
    void a_capability_that_the_start_needs_is_told() {
        assertThat(found(
                        "postgres:16.9",
                        KnownImagesFindingsTest::password,
                        DATA,
                        s -> s.confinement(Confinement.builder()
                                .addDroppedCapabilities(Capability.ALL)
                                .build())))
                .isEqualTo("""
                error TB2327  Capability that the start needs
                  at service:data/plain
                  service:data/plain is without the capabilities CHOWN, SETGID and SETUID, and postgres:16.9 starts as root and changes to a user of its own.
                  It would end at its start, as it may not make its directory that user's.
                  Give them back, or run it as that user from the beginning:
                      .confinement(c -> c.drops(Capability.ALL).adds(Capability.CHOWN, Capability.SETGID, Capability.SETUID, Capability.DAC_OVERRIDE, Capability.FOWNER))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "postgres:16.9",
                        KnownImagesFindingsTest::password,
                        DATA,
                        s -> s.confinement(Confinement.builder()
                                .addDroppedCapabilities(Capability.ALL)
                                .user("999")
                                .build())))
                .isEmpty();
    }

    @Test
    void health_asked_of_localhost_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.healthCheck(
                                HealthCheck.of(Command.of("wget", "-q", "--spider", "http://localhost:8080/")))))
                .isEqualTo("""
                warning TB2328  Health asked of localhost
                  at service:data/plain
                  service:data/plain asks wget for localhost to tell its health.
                  That is ::1 first, and the wget of small images tries no second address: a program that listens on IPv4 only is told to be dead.
                  Say the address:
                      .healthCheck(h -> h.command("wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/"))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.healthCheck(
                                HealthCheck.of(Command.of("wget", "-q", "--spider", "http://127.0.0.1:8080/")))))
                .isEmpty();
    }

    @Test
    void a_start_before_the_database_is_there_is_told() {
        assertThat(found("registry.example/bot:1.4.2", s -> s.addNeeds(new Need(ServiceId.of("data/postgres"), false))))
                .isEqualTo("""
                warning TB2329  Starts before the database is there
                  at service:data/plain
                  service:data/plain starts as soon as service:data/postgres has been started, though that tells its health.
                  A database that is new, or recovers, takes no connection for a while; what comes too early fails, at the first start or after a reboot.
                  Wait until it is healthy:
                      .needs(postgres)
                  declared at (TapbotKz.java:200)""");
        assertThat(found("registry.example/bot:1.4.2", s -> s.addNeeds(new Need(ServiceId.of("data/postgres"), true))))
                .isEmpty();
    }

    @Test
    void a_database_that_is_killed_while_it_stops_is_told() {
        assertThat(found(
                        "postgres:16.9",
                        KnownImagesFindingsTest::password,
                        DATA,
                        s -> s.stopGrace(Duration.ofSeconds(3))))
                .isEqualTo("""
                warning TB2330  Database killed while it stops
                  at service:data/plain
                  service:data/plain gets 3 seconds to stop and is killed then.
                  A database that is killed while it writes has to repair itself at its next start, if it can.
                  Give it the time that it may need, which it does not take without need:
                      .process(p -> p.stopGrace(Duration.ofMinutes(1)))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "postgres:16.9",
                        KnownImagesFindingsTest::password,
                        DATA,
                        s -> s.stopGrace(Duration.ofSeconds(60))))
                .isEmpty();
    }

    @Test
    void a_kernel_setting_that_is_missing_is_told() {
        assertThat(found("elasticsearch:8.15.0", KnownImagesFindingsTest::inWeb))
                .isEqualTo("""
                warning TB2331  Kernel setting missing
                  at service:data/plain
                  service:data/plain runs elasticsearch:8.15.0, and nothing says that server:data allows 262144 memory maps a process, without which it does not start.
                  A container cannot raise a setting of the kernel; it would end at its start, again and again.
                  Say it for the server:
                      .system(s -> s.sysctl("vm.max_map_count", "262144"))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "elasticsearch:8.15.0",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.putEnvironment("discovery.type", text("single-node"))))
                .isEmpty();
    }

    @Test
    void a_setting_that_takes_more_memory_than_allowed_is_told() {
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.putEnvironment("JAVA_TOOL_OPTIONS", text("-Xmx512m"))))
                .isEqualTo("""
                error TB2406  More memory set than allowed
                  at service:data/plain
                  service:data/plain is told by -Xmx to take 512MiB, and is killed beyond 8MiB.
                  It would work until it is busy for the first time, and then end without a word of its own.
                  Set it well below the limit, which holds connections, threads and the program as well, or raise the limit:
                      .limits(l -> l.memory(mib(1024)))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "registry.example/bot:1.4.2",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.putEnvironment("JAVA_TOOL_OPTIONS", text("-Xmx6m"))))
                .isEmpty();
    }

    @Test
    void a_proxy_setting_that_trusts_everybody_is_told() {
        assertThat(found(
                        "traefik:3.6.1",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.command(Command.of("--api.insecure=true"))))
                .isEqualTo("""
                warning TB2518  Proxy setting that trusts everybody
                  at service:data/plain
                  service:data/plain is started with --api.insecure=true.
                  It serves the dashboard on port 8080 without a login: every router, service and address to whoever gets there.
                  Take it away, or let the typed proxy do it, which serves what is declared and nothing else:
                      server.run(Traefik.version("3.6.1").on(web).certificatesFrom(acme))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "traefik:3.6.1",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.command(Command.of("--api.insecure=false"))))
                .isEmpty();
    }

    @Test
    void certificates_that_end_with_the_container_are_told() {
        assertThat(found(
                        "traefik:3.6.1",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.command(Command.of("--certificatesresolvers.le.acme.storage=/le/acme.json"))))
                .isEqualTo("""
                error TB2519  Certificates that end with the container
                  at service:data/plain
                  service:data/plain keeps its certificates in /le/acme.json, and no volume is mounted there.
                  Each new container asks for all of them again, and after five in a week the issuer gives no more.
                  Mount a volume there, or let the typed proxy do it:
                      server.run(Traefik.version("3.6.1").on(web).certificatesFrom(acme))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "traefik:3.6.1",
                        KnownImagesFindingsTest::inWeb,
                        s -> s.command(Command.of("--certificatesresolvers.le.acme.storage=/le/acme.json"))
                                .addMounts(Mount.host(HostPath.of("/srv/acme"), ContainerPath.of("/le"), false))))
                .isEmpty();
    }

    @Test
    void a_public_address_that_the_program_does_not_know_is_told() {
        assertThat(found(
                        "n8nio/n8n:1.123.0",
                        s -> s.addNetworks(on("data/web"))
                                .addRoutes(route("flow.tapbot.kz", 5678, "data/traefik", 201)
                                        .build()),
                        s -> s.putEnvironment("N8N_ENCRYPTION_KEY_FILE", text("/run/secrets/n8n"))
                                .putEnvironment("DB_TYPE", text("postgresdb"))))
                .isEqualTo("""
                warning TB2520  Public address that the program does not know
                  at service:data/plain
                  service:data/plain is served at flow.tapbot.kz, and is not told so by WEBHOOK_URL.
                  The links and callbacks that it gives to others lead nowhere: mails, webhooks, logins through another site.
                  Say the address at which it is served:
                      .environment("WEBHOOK_URL", "https://flow.tapbot.kz/")
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "n8nio/n8n:1.123.0",
                        s -> s.addNetworks(on("data/web"))
                                .addRoutes(route("flow.tapbot.kz", 5678, "data/traefik", 201)
                                        .build()),
                        s -> s.putEnvironment("N8N_ENCRYPTION_KEY_FILE", text("/run/secrets/n8n"))
                                .putEnvironment("DB_TYPE", text("postgresdb"))
                                .putEnvironment("WEBHOOK_URL", text("https://flow.tapbot.kz/"))))
                .isEmpty();
    }

    @Test
    void a_login_from_the_documentation_is_told() {
        assertThat(found(
                        "grafana/grafana:12.1.0",
                        s -> s.addNetworks(on("data/web"))
                                .addRoutes(route("flow.tapbot.kz", 3000, "data/traefik", 201)
                                        .build())))
                .isEqualTo("""
                error TB2709  Login that everybody knows
                  at service:data/plain
                  service:data/plain runs grafana/grafana:12.1.0, which lets in admin and admin until somebody changes it.
                  Those are tried first by everybody who finds the page, and often before its owner comes.
                  Begin with a password of its own:
                      .environment("GF_SECURITY_ADMIN_PASSWORD", Secret.generated("plain-login"))
                  declared at (TapbotKz.java:200)""");
        assertThat(found(
                        "grafana/grafana:12.1.0",
                        s -> s.addNetworks(on("data/web"))
                                .addRoutes(route("flow.tapbot.kz", 3000, "data/traefik", 201)
                                        .build()),
                        s -> s.putEnvironment("GF_SECURITY_ADMIN_PASSWORD__FILE", text("/run/secrets/g"))))
                .isEmpty();
    }

    private static EnvironmentValue text(String text) {
        return EnvironmentValue.text(text);
    }

    /** All of it may be lost, and that is said. */
    private static Consumer<Service.Builder> memory(String path) {
        return s -> s.addMounts(Mount.memory(DataSize.mib(16), ContainerPath.of(path)));
    }

    private static Consumer<Service.Builder> user(String user) {
        return s -> s.confinement(Confinement.builder().user(user).build());
    }

    private static Publication publication(int port, Optional<IpAddress> bind) {
        return new Publication(Port.tcp(port), 8080, bind, List.of());
    }

    /** What is found in the good estate with one more plain container, on the internal network unless it is put elsewhere. */
    @SafeVarargs
    private static String found(String image, Consumer<Service.Builder>... said) {
        Service.Builder plain = Parts.service("plain", image, 8, 200).kind(ServiceKind.of("container"));
        for (Consumer<Service.Builder> each : said) {
            each.accept(plain);
        }
        if (plain.build().networks().isEmpty()) {
            plain.addNetworks(on("data/database"));
        }
        return Judged.findings(Change.server("data", s -> s.addServices(plain.build())));
    }

    private static void inWeb(Service.Builder service) {
        service.addNetworks(on("data/web"));
    }

    private static void password(Service.Builder service) {
        service.putEnvironment("POSTGRES_PASSWORD_FILE", text("/run/secrets/password"));
    }

    private static void readOnly(Service.Builder service) {
        service.confinement(Confinement.builder().readOnlyRoot(true).build());
    }
}
