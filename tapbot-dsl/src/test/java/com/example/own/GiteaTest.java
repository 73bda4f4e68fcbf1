package com.example.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import kz.tapbot.Draft;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.service.Service;
import kz.tapbot.service.Postgres;
import kz.tapbot.service.Traefik;
import org.junit.jupiter.api.Test;

/** What is offered to our own services is offered to everybody's. */
class GiteaTest {

    private static final AtomicReference<Gitea.Ref> HANDLE = new AtomicReference<>();

    private static final Draft DRAFT = Tapbot.draft("own", t -> {
        var zone = t.zone("example.com");
        var app = t.server("app", HostAddress.of("203.0.113.10"));
        var web = app.network("web");
        var database = app.network("database", n -> n.internal());
        var proxy = app.run(Traefik.version("3.6.1").on(web));
        var postgres = app.run(Postgres.version("16.9").on(database));
        HANDLE.set(app.run(
                "code",
                Gitea.version("1.22.6", web, postgres.database("gitea", Secret.generated("gitea-db")))
                        .servedBy(proxy, zone.host("git"))));
        t.backup(
                "nightly",
                b -> b.of(HANDLE.get().repositories())
                        .dailyAt("02:00")
                        .to(app.directory("/var/backups/tapbot"), keep -> keep.days(7)));
    });

    private final Service service =
            DRAFT.topology().service(ServiceId.of("app/code")).orElseThrow();

    @Test
    void is_declared_like_one_of_ours() {
        assertThat(service.kind().value()).isEqualTo("gitea");
        assertThat(service.networks().toString()).contains("app/web").contains("app/database");
        assertThat(service.needs().first().service().toString()).isEqualTo("app/postgres");
        assertThat(service.routes().get(0).host().value()).isEqualTo("git.example.com");
        assertThat(HANDLE.get().repositories().id().toString()).isEqualTo("app/code/repositories");
    }

    @Test
    void a_proxy_of_ours_serves_it() {
        assertThat(DRAFT.topology()
                        .service(ServiceId.of("app/traefik"))
                        .orElseThrow()
                        .provisions()
                        .get(0)
                        .input()
                        .orElseThrow()
                        .redacted())
                .contains("url: http://code:3000");
    }

    @Test
    void places_name_the_line_of_its_user() {
        assertThat(service.places().declaration().orElseThrow().toString()).startsWith("(GiteaTest.java:");
        assertThat(service.places()
                        .of("environment.GITEA__database__HOST")
                        .orElseThrow()
                        .toString())
                .startsWith("(GiteaTest.java:");
    }

    @Test
    void it_uses_nothing_that_is_not_public() {
        assertThat(Gitea.class.getPackageName()).isEqualTo("com.example.own");
    }
}
