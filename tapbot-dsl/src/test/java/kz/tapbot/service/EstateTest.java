package kz.tapbot.service;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.gib;
import static kz.tapbot.model.value.DataSize.mib;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kz.tapbot.Draft;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Drill;
import kz.tapbot.dsl.S3;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.validate.Validator;
import org.junit.jupiter.api.Test;

/** Both servers of the reference estate, as a user writes them. */
class EstateTest {

    static final Draft DRAFT = Tapbot.draft("tapbot-kz", t -> {
        var admins = t.addresses("admins", "198.51.100.7/32", "2001:db8:7::/64");
        var zone = t.zone("tapbot.kz");
        var acme = t.letsEncrypt("ops@tapbot.kz", a -> a.httpChallenge());
        var login = ProxyLogin.of("admin", Secret.generated("pages-login"));

        var data = t.server(
                "data",
                HostAddress.of("203.0.113.20"),
                s -> s.ubuntu("24.04")
                        .size(cpus(2), gib(8), gib(30))
                        .ssh(ssh -> ssh.hostKey("SHA256:" + "A".repeat(43)).keysOnly())
                        .administeredFrom(admins)
                        .delegate(
                                "monitor",
                                d -> d.keys("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + "A".repeat(43)
                                                + " monitor@example.com")
                                        .mayInspect()
                                        .mayRestart("fail2ban", "rsyslog", "cron")));
        var web = data.network("web");
        var database = data.network("database", n -> n.internal());
        var proxy = data.run(Traefik.version("3.6.1")
                .on(web)
                .certificatesFrom(acme)
                .dashboardAt(zone.host("traefik2"), login, admins));
        var postgres = data.run(Postgres.version("16.9")
                .on(database)
                .tuned(p -> p.sharedBuffers(mib(1024)).maxConnections(50)));
        var content = postgres.database("directus", Secret.generated("directus-db"));
        var directus =
                data.run(Directus.version("10.10.0").on(web).storedIn(content).servedBy(proxy, zone.host("dir")));
        var qdrant = data.run(
                Qdrant.version("1.15.4").on(database, web).servedBy(proxy, zone.host("qdrant"), login, admins));
        var conversations = qdrant.collection("conversations", 1536, Distance.COSINE);
        var apartments = qdrant.collection("apartments", 768, Distance.DOT);
        var pgadmin = data.run(PgAdmin.version("9.17", EmailAddress.of("ops@tapbot.kz"), Secret.generated("pgadmin"))
                .on(web)
                .knows(postgres)
                .servedBy(proxy, zone.host("pg"), admins));
        var portainer = data.run(Portainer.version("2.38.1")
                .on(web)
                .withEngineAccess("the team looks after containers here")
                .servedBy(proxy, zone.host("docker2"), admins));
        data.run(Dozzle.version("8.14.12").on(web).servedBy(proxy, zone.host("logs2"), login, admins));
        data.run(Webmin.port(8442, admins).host(zone.host("webmin2")));

        var app = t.server(
                "app",
                HostAddress.of("203.0.113.10"),
                s -> s.ubuntu("24.04")
                        .size(cpus(2), gib(4), gib(10))
                        .ssh(ssh -> ssh.hostKey("SHA256:" + "B".repeat(43)).keysOnly())
                        .administeredFrom(admins));
        var front = app.network("web");
        var queue = app.network("queue", n -> n.internal());
        var gate = app.run(Traefik.version("3.6.1").on(front).certificatesFrom(acme));
        var redis = app.run(Redis.version("7.4.11").on(queue));
        var n8n = app.run(N8n.version("1.81.0")
                .on(front)
                .servedBy(gate, zone.host("n8n"), admins)
                .webhooksServedBy(gate, zone.host("n8n")));

        t.backup(
                "nightly",
                b -> b.of(content, redis.keys(), n8n.data())
                        .of(directus.uploads(), conversations, apartments, pgadmin.settings(), portainer.settings())
                        .dailyAt("02:00")
                        .to(data.directory("/var/backups/tapbot"), keep -> keep.days(7))
                        .to(S3.bucket("tapbot-backups"), keep -> keep.days(30).monthly(12))
                        .encryptedWith(Secret.file("backup-key", "/home/me/keys/backup"))
                        .restoreDrill(Drill.monthly()));
    });

    @Test
    void nothing_is_wrong_with_it() {
        assertThat(DRAFT.report().toString()).isEqualTo("Topology \"tapbot-kz\" has no findings");
        assertThat(Validator.validate(DRAFT.topology()).toString()).isEqualTo("Topology \"tapbot-kz\" has no findings");
    }

    @Test
    void no_secret_is_in_an_environment_an_argument_or_a_label() {
        assertThat(services().flatMap(service -> service.environment().values().stream()))
                .allMatch(value -> value.secret().isEmpty());
        assertThat(services()
                        .flatMap(service -> service.environment().values().stream())
                        .map(EnvironmentValue::text)
                        .map(text -> text.orElseThrow()))
                .noneMatch(text -> text.contains("‹secret"));
    }

    @Test
    void every_file_with_a_secret_is_read_by_its_owner_only() {
        assertThat(services()
                        .flatMap(service -> service.files().stream())
                        .filter(file -> !file.content().secrets().isEmpty()))
                .isNotEmpty()
                .allMatch(file -> file.mode().toString().equals("0400"));
    }

    @Test
    void every_service_has_a_health_check_and_a_limit() {
        assertThat(services())
                .hasSize(10)
                .allMatch(service -> service.healthCheck().isPresent())
                .allMatch(service -> service.limits().memory().isPresent());
    }

    @Test
    void places_name_the_lines_of_the_user() {
        Service directus = Told.service(DRAFT.topology(), "data/directus");

        assertThat(directus.places().of("environment.DB_HOST").orElseThrow().toString())
                .startsWith("(EstateTest.java:");
        assertThat(directus.places().settings().values())
                .allMatch(place -> place.toString().startsWith("(EstateTest.java:"));
    }

    private static Stream<Service> services() {
        List<Service> all = DRAFT.topology().servers().stream()
                .flatMap(server -> server.services().stream())
                .toList();
        return all.stream();
    }
}
