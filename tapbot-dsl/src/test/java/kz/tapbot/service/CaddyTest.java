package kz.tapbot.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.InvalidValueException;
import org.junit.jupiter.api.Test;

class CaddyTest {

    /** The same routes as in the test of Traefik. */
    private static final Topology SMALL = Tapbot.draft("small", t -> {
                var office = t.addresses("office", "198.51.100.0/24", "2001:db8:7::/64");
                var zone = t.zone("my-shop.example.com");
                var issuer = t.letsEncrypt("ops@example.com", a -> a.httpChallenge());
                var app = t.server("app", HostAddress.of("203.0.113.10"));
                var web = app.network("web");
                var proxy = app.run("gate", Caddy.version("2.10.2").on(web).certificatesFrom(issuer));
                Access login = Access.proxyLogin("ann", Secret.generated("ann")).onlyFrom(office);
                app.container(
                        "shop",
                        Image.of("registry.example/shop:1.0.0"),
                        c -> c.joins(web)
                                .servedBy(proxy, zone.host("www"), 8080, Access.ownLogin())
                                .servedBy(proxy, zone.host("www").path("/admin"), 8081, login)
                                .servedBy(
                                        proxy,
                                        zone.host("hooks").path("/in/"),
                                        8080,
                                        Access.everybodyBecause("callers sign")));
                app.container(
                        "later",
                        Image.of("registry.example/later:1.0.0"),
                        c -> c.joins(web)
                                .role(role -> role.planned())
                                .servedBy(proxy, zone.host("later"), 80, Access.ownLogin()));
            })
            .topology();

    @Test
    void opens_the_web_and_nothing_else() {
        assertThat(Told.text(SMALL, "app/gate")).isEqualTo("""
                image caddy:2.10.2
                kind caddy
                command sh -c f=/config/tapbot/Caddyfile; [ -s "$f" ] || f=/etc/caddy/Caddyfile; exec caddy run --config "$f" --adapter caddyfile
                network app/web
                listens 80/tcp
                listens 443/tcp
                publishes 80/tcp from []
                publishes 443/tcp from []
                file /etc/caddy/Caddyfile 0644 0
                mount /config app/gate-config
                mount /data app/gate-data
                health wget -q -O /dev/null http://127.0.0.1:2019/config/ from PT15S
                memory 128MiB
                confined readOnlyRoot=true noNewPrivileges=true drops=[ALL] adds=[NET_BIND_SERVICE]
                stopGrace PT30S
                stores certificates CACHE in app/gate-data not saved: the issuer issues certificates again when they are missing
                provides configuration routes {} probe sh -c ‹script› create sh -c ‹script›
                is [PROXY]
                """);
    }

    @Test
    void is_told_the_whole_of_what_names_it() {
        assertThat(routes(SMALL)).isEqualTo("""
                # Written by Tapbot. Changes are lost; declare them instead.
                {
                \tgrace_period 10s
                \tservers {
                \t\tprotocols h1 h2
                \t}
                \tcert_issuer acme {
                \t\tdir https://acme-v02.api.letsencrypt.org/directory
                \t\temail ops@example.com
                \t\tdisable_tlsalpn_challenge
                \t}
                }

                hooks.my-shop.example.com {
                \theader {
                \t\tX-Content-Type-Options nosniff
                \t\tX-Frame-Options SAMEORIGIN
                \t\tReferrer-Policy strict-origin-when-cross-origin
                \t\tStrict-Transport-Security max-age=31536000
                \t}
                \t@at_in_ path /in/*
                \thandle @at_in_ {
                \t\troute {
                \t\t\treverse_proxy shop:8080 {
                \t\t\t\tlb_try_duration 15s
                \t\t\t\tlb_try_interval 100ms
                \t\t\t\ttransport http {
                \t\t\t\t\tdial_timeout 2s
                \t\t\t\t\tkeepalive off
                \t\t\t\t}
                \t\t\t}
                \t\t}
                \t}
                \thandle {
                \t\trespond 404
                \t}
                }

                www.my-shop.example.com {
                \theader {
                \t\tX-Content-Type-Options nosniff
                \t\tX-Frame-Options SAMEORIGIN
                \t\tReferrer-Policy strict-origin-when-cross-origin
                \t\tStrict-Transport-Security max-age=31536000
                \t}
                \t@at_admin path /admin /admin/*
                \thandle @at_admin {
                \t\troute {
                \t\t\t@strangers not remote_ip 198.51.100.0/24 2001:db8:7::/64
                \t\t\trespond @strangers 403
                \t\t\tbasic_auth {
                \t\t\t\tann ‹secret ann›
                \t\t\t}
                \t\t\treverse_proxy shop:8081 {
                \t\t\t\tlb_try_duration 15s
                \t\t\t\tlb_try_interval 100ms
                \t\t\t\theader_up -Authorization
                \t\t\t\ttransport http {
                \t\t\t\t\tdial_timeout 2s
                \t\t\t\t\tkeepalive off
                \t\t\t\t}
                \t\t\t}
                \t\t}
                \t}
                \thandle {
                \t\troute {
                \t\t\treverse_proxy shop:8080 {
                \t\t\t\tlb_try_duration 15s
                \t\t\t\tlb_try_interval 100ms
                \t\t\t\ttransport http {
                \t\t\t\t\tdial_timeout 2s
                \t\t\t\t\tkeepalive off
                \t\t\t\t}
                \t\t\t}
                \t\t}
                \t}
                }
                """);
    }

    @Test
    void signs_certificates_itself_where_nobody_issues_any_and_does_not_tell_browsers_to_insist() {
        Topology own = Tapbot.draft("own", t -> {
                    var app = t.server("app", HostAddress.of("203.0.113.10"));
                    var web = app.network("web");
                    var proxy = app.run(Caddy.version("2.6.2").on(web));
                    app.container(
                            "shop",
                            Image.of("registry.example/shop:1.0.0"),
                            c -> c.joins(web)
                                    .servedBy(proxy, t.zone("example.com").host("www"), 8080, Access.ownLogin()));
                })
                .topology();
        String file = Told.service(own, "app/caddy")
                .provisions()
                .get(0)
                .input()
                .orElseThrow()
                .redacted();
        assertThat(file)
                .contains("\tlocal_certs\n", "\tskip_install_trust\n", "www.example.com {")
                .doesNotContain("cert_issuer", "Strict-Transport-Security");
    }

    @Test
    void older_versions_and_moving_ones_cannot_be_declared() {
        assertThatThrownBy(() -> Caddy.version("2.4.6"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Caddy 2.4.6 cannot be declared: older ones than 2.6 cannot be told by which protocols they"
                        + " serve. Take a newer one, for example Caddy.version(\"2.10.2\").");
        assertThatThrownBy(() -> Caddy.version("2")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void an_issuer_is_asked_over_https_only() {
        assertThat(Tapbot.draft(
                                "small",
                                t -> t.letsEncrypt("ops@example.com", a -> a.directory("http://ca.example.com")))
                        .report()
                        .toString())
                .contains("https address such as https://ca.example.com/acme/directory, not \"http://ca.example.com\"");
    }

    private static String routes(Topology topology) {
        return Told.service(topology, "app/gate")
                .provisions()
                .get(0)
                .input()
                .orElseThrow()
                .redacted();
    }
}
