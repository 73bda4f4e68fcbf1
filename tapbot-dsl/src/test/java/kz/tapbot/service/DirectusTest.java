package kz.tapbot.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.Tapbot;
import kz.tapbot.diagnostic.code.Severity;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.validate.Validator;
import org.junit.jupiter.api.Test;

class DirectusTest {

    @Test
    void has_all_that_it_needs_from_the_first_second() {
        assertThat(Told.text(EstateTest.DRAFT.topology(), "data/directus")).isEqualTo("""
                        image directus/directus:10.10.0
                        kind directus
                        network data/database
                        network data/web
                        listens 8055/tcp
                        env ADMIN_EMAIL=admin@dir.tapbot.kz
                        env ADMIN_PASSWORD_FILE=/run/secrets/admin-password
                        env DB_CLIENT=pg
                        env DB_DATABASE=directus
                        env DB_HOST=postgres
                        env DB_PASSWORD_FILE=/run/secrets/db-password
                        env DB_PORT=5432
                        env DB_USER=directus
                        env IP_TRUST_PROXY=1
                        env KEY_FILE=/run/secrets/key
                        env PUBLIC_URL=https://dir.tapbot.kz
                        env REFRESH_TOKEN_COOKIE_SECURE=true
                        env SECRET_FILE=/run/secrets/secret
                        env SESSION_COOKIE_SECURE=true
                        env TELEMETRY=false
                        file /run/secrets/admin-password 0400 1000 ‹secret data-directus-admin›
                        file /run/secrets/db-password 0400 1000 ‹secret directus-db›
                        file /run/secrets/key 0400 1000 ‹secret data-directus-key›
                        file /run/secrets/secret 0400 1000 ‹secret data-directus-secret›
                        mount /directus/uploads data/directus-uploads
                        needs data/postgres healthy
                        health wget -q -O /dev/null http://127.0.0.1:8055/server/ping from PT2M
                        memory 768MiB
                        confined readOnlyRoot=false noNewPrivileges=true drops=[] adds=[]
                        stopGrace PT10S
                        route dir.tapbot.kz/ by traefik to 8055 login OWN []
                        stores uploads FILES in data/directus-uploads
                        is [WEB_INTERFACE]
                        """);
    }

    @Test
    void its_administrator_and_settings_can_be_said() {
        Topology topology = Told.estate((server, on) -> {
                    var postgres = server.run(Postgres.version("16.9").on(on.database()));
                    server.run(
                            "cms",
                            Directus.version("11.17.3")
                                    .on(on.web())
                                    .storedIn(postgres.database("cms", Secret.generated("cms-db")))
                                    .administrator(EmailAddress.of("me@example.com"), Secret.environment("me", "ME"))
                                    .environment("CORS_ENABLED", "true")
                                    .environment("EMAIL_SMTP_PASSWORD", Secret.generated("smtp")));
                })
                .topology();

        assertThat(Told.text(topology, "data/cms"))
                .contains("env ADMIN_EMAIL=me@example.com\n")
                .contains("env CORS_ENABLED=true\n")
                .contains("env EMAIL_SMTP_PASSWORD_FILE=/run/secrets/email-smtp-password\n")
                .contains("file /run/secrets/admin-password 0400 1000 ‹secret me›\n")
                .contains("file /run/secrets/email-smtp-password 0400 1000 ‹secret smtp›\n")
                .contains("mount /directus/uploads data/cms-uploads\n")
                .doesNotContain("KEY_FILE");
    }

    @Test
    void a_database_of_another_server_is_needed_but_its_network_is_not_joined() {
        Topology topology = Tapbot.draft("two", t -> {
                    var data = t.server("data", HostAddress.of("203.0.113.20"));
                    var app = t.server("app", HostAddress.of("203.0.113.10"));
                    var postgres = data.run(Postgres.version("16.9").on(data.network("database", n -> n.internal())));
                    app.run(Directus.version("10.10.0")
                            .on(app.network("web"))
                            .storedIn(postgres.database("cms", Secret.generated("cms-db"))));
                })
                .topology();

        assertThat(Told.text(topology, "app/directus"))
                .contains("network app/web\n")
                .doesNotContain("network data/database")
                .contains("needs data/postgres healthy\n");
    }

    @Test
    void a_database_of_another_server_needs_a_link_that_lets_it() {
        assertThat(judged(false)).anyMatch(finding -> finding.contains("app/directus") && finding.contains("link"));
        assertThat(judged(true)).noneMatch(finding -> finding.contains("link"));
    }

    /** What the judge finds about links, with or without one between the servers. */
    private static List<String> judged(boolean linked) {
        Topology topology = Tapbot.draft("two", t -> {
                    var data = t.server("data", HostAddress.of("203.0.113.20"));
                    var app = t.server("app", HostAddress.of("203.0.113.10"));
                    var postgres = data.run(Postgres.version("16.9").on(data.network("database", n -> n.internal())));
                    var directus = app.run(Directus.version("10.10.0")
                            .on(app.network("web"))
                            .storedIn(postgres.database("cms", Secret.generated("cms-db"))));
                    if (linked) {
                        t.link(
                                "backbone",
                                Cidr.of("10.77.0.0/24"),
                                l -> l.joins(app, data).lets(directus).reach(postgres, 5432));
                    }
                })
                .topology();
        return Validator.validate(topology).diagnostics().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.address() + " " + finding.detail())
                .toList();
    }
}
