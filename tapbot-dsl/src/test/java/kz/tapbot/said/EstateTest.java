package kz.tapbot.said;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.gib;
import static kz.tapbot.model.value.DataSize.mib;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.Draft;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.Drill;
import kz.tapbot.dsl.S3;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import org.junit.jupiter.api.Test;

/** The example of the design, with services of a user's own in the place of the typed ones. */
class EstateTest {

    private static final Draft DRAFT = Tapbot.draft("tapbot-kz", t -> {
        var admins = t.addresses("admins", "198.51.100.7/32");
        var zone = t.zone("tapbot.kz");
        var acme = t.letsEncrypt("ops@tapbot.kz", a -> a.httpChallenge());

        var app = t.server("app", HostAddress.of("203.0.113.10"));
        var data = t.server(
                "data",
                HostAddress.of("203.0.113.20"),
                s -> s.ubuntu("24.04")
                        .size(cpus(2), gib(4), gib(30))
                        .ssh(ssh -> ssh.hostKey("SHA256:" + "A".repeat(43)).keysOnly())
                        .administeredFrom(admins)
                        .delegate("monitor", d -> d.mayInspect().mayRestart("fail2ban", "rsyslog", "cron")));
        var web = data.network("web");
        var database = data.network("database", n -> n.internal());

        var proxy = data.run(Gate.version("3.6.1").on(web).certificatesFrom(acme));
        var postgres = data.run(Base.version("16.9")
                .on(database)
                .tuned(p -> p.sharedBuffers(mib(1024)).maxConnections(50)));
        var content = postgres.database("directus", Secret.generated("directus-db"));
        var bot = data.container(
                "bot",
                Image.of("registry.example/bot:1.4.2"),
                c -> c.joins(web)
                        .servedBy(proxy, zone.host("bot"), 8080, Access.ownLogin())
                        .needs(postgres));
        var uploads = bot.stores("uploads", DataKind.FILES, d -> d.in(data.volume("bot-uploads")));
        t.link(
                "backbone",
                Cidr.of("10.77.0.0/24"),
                l -> l.joins(app, data).lets(bot).reach(postgres, 5432));

        t.backup(
                "nightly",
                b -> b.of(content)
                        .of(uploads)
                        .dailyAt("02:00")
                        .to(data.directory("/var/backups/tapbot"), keep -> keep.days(7))
                        .to(S3.bucket("tapbot-backups"), keep -> keep.days(30).monthly(12))
                        .restoreDrill(Drill.monthly()));
    });

    private final Topology topology = DRAFT.topology();

    @Test
    void nothing_is_wrong_with_how_it_is_said() {
        assertThat(DRAFT.report().diagnostics())
                .filteredOn(finding -> finding.code().id().startsWith("TB12"))
                .isEmpty();
    }

    @Test
    void the_proxy_writes_its_routes_when_all_are_known() {
        Service gate = service("data/gate");
        assertThat(gate.files()).hasSize(1);
        assertThat(gate.files().get(0).content().redacted()).isEqualTo("""
                bot.tapbot.kz/ -> bot:8080 OWN
                """);
        assertThat(gate.places().of("files./etc/gate/routes"))
                .map(Object::toString)
                .hasValue(Lines.of(EstateTest.class, "Gate.version"));
    }

    @Test
    void a_database_brings_its_provision_its_data_and_its_secret() {
        Service postgres = service("data/base");
        assertThat(postgres.provisions())
                .singleElement()
                .satisfies(made -> assertThat(made.name()).isEqualTo("directus"));
        assertThat(postgres.stores())
                .extracting(stored -> stored.name().value())
                .containsExactly("directus");
        assertThat(topology.secrets())
                .extracting(secret -> secret.name().value())
                .containsExactly("directus-db");
    }

    @Test
    void a_setting_in_a_chain_keeps_its_own_line() {
        Service postgres = service("data/base");
        assertThat(postgres.places().of("environment.shared_buffers"))
                .map(Object::toString)
                .hasValue(Lines.of(EstateTest.class, "sharedBuffers(mib"));
        assertThat(postgres.places().declaration())
                .map(Object::toString)
                .hasValue(Lines.of(EstateTest.class, "var postgres = data.run"));
    }

    @Test
    void the_backup_names_what_it_saves() {
        assertThat(topology.backups().get(0).sources())
                .extracting(Object::toString)
                .isEqualTo(List.of("data data/base/directus", "data data/bot/uploads"));
    }

    @Test
    void the_server_has_what_was_said_in_its_scope_and_after_it() {
        assertThat(topology.server(ServerName.of("data")).orElseThrow()).satisfies(server -> {
            assertThat(server.networks()).hasSize(2);
            assertThat(server.delegates().get(0).mayRestart())
                    .extracting(Object::toString)
                    .containsExactly("cron.service", "fail2ban.service", "rsyslog.service");
            assertThat(server.directories()).extracting(Object::toString).containsExactly("/var/backups/tapbot");
        });
        assertThat(service("data/bot").needs())
                .extracting(need -> need.service())
                .containsExactly(ServiceId.of("data/base"));
        assertThat(service("data/bot").listens()).doesNotContain(Port.tcp(1));
    }

    private Service service(String id) {
        return topology.service(ServiceId.of(id)).orElseThrow();
    }
}
