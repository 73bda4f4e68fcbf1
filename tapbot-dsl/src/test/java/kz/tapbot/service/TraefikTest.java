package kz.tapbot.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.InvalidValueException;
import org.junit.jupiter.api.Test;

class TraefikTest {

    private static final Topology ESTATE = EstateTest.DRAFT.topology();

    private static final String FIXED = "/etc/traefik/traefik.yml";

    /** Paths, staging, a name with a hyphen, and a service that is only planned. */
    private static final Topology SMALL = Tapbot.draft("small", t -> {
                var office = t.addresses("office", "198.51.100.0/24");
                var zone = t.zone("my-shop.example.com");
                var staging = t.letsEncrypt(
                        "ops@example.com", a -> a.httpChallenge().staging().named("trial"));
                var app = t.server("app", HostAddress.of("203.0.113.10"));
                var web = app.network("web");
                var proxy = app.run("gate", Traefik.version("v3.6.1").on(web).certificatesFrom(staging));
                Access login = Access.proxyLogin("ann", Secret.generated("ann")).onlyFrom(office);
                app.container(
                        "shop",
                        Image.of("registry.example/shop:1.0.0"),
                        c -> c.joins(web)
                                .servedBy(proxy, zone.host("www"), 8080, Access.ownLogin())
                                .servedBy(proxy, zone.host("www").path("/admin"), 8081, login)
                                .servedBy(
                                        proxy,
                                        zone.host("www").path("/hook/"),
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
        assertThat(Told.text(ESTATE, "data/traefik")).isEqualTo("""
                        image traefik:v3.6.1
                        kind traefik
                        network data/web
                        listens 80/tcp
                        listens 443/tcp
                        publishes 80/tcp from []
                        publishes 443/tcp from []
                        file /etc/traefik/traefik.yml 0644 0
                        mount /certificates data/traefik-certificates
                        mount /etc/traefik/dynamic data/traefik-routes
                        health traefik healthcheck from PT30S
                        memory 128MiB
                        confined readOnlyRoot=true noNewPrivileges=true drops=[ALL] adds=[NET_BIND_SERVICE]
                        stopGrace PT10S
                        route traefik2.tapbot.kz/ by traefik to 443 login PROXY [admins]
                        stores certificates CACHE in data/traefik-certificates not saved: the issuer issues certificates again when they are missing
                        provides configuration routes {} probe sh -c cd /etc/traefik/dynamic && sha256sum -c routes.sum >/dev/null 2>&1 create sh -c ‹script›
                        is [PROXY]
                        """);
    }

    @Test
    void reads_a_fixed_file() {
        assertThat(Told.file(ESTATE, "data/traefik", FIXED)).isEqualTo("""
                        # Written by Tapbot. Changes are lost; declare them instead.
                        global:
                          checkNewVersion: false
                          sendAnonymousUsage: false
                        log:
                          level: INFO
                        ping:
                          entryPoint: traefik
                        api:
                          dashboard: true
                          insecure: false
                        entryPoints:
                          traefik:
                            address: 127.0.0.1:8080
                          web:
                            address: :80
                            http:
                              redirections:
                                entryPoint:
                                  to: websecure
                                  scheme: https
                                  permanent: true
                          websecure:
                            address: :443
                        providers:
                          file:
                            directory: /etc/traefik/dynamic
                            watch: true
                        certificatesResolvers:
                          letsencrypt:
                            acme:
                              email: ops@tapbot.kz
                              caServer: https://acme-v02.api.letsencrypt.org/directory
                              storage: /certificates/acme.json
                              keyType: EC256
                              httpChallenge:
                                entryPoint: web
                        """);
    }

    @Test
    void serves_what_names_it() {
        assertThat(routes(ESTATE, "data/traefik")).isEqualTo("""
                        # Written by Tapbot. Changes are lost; declare them instead.
                        http:
                          routers:
                            dir-tapbot-kz:
                              rule: Host(`dir.tapbot.kz`)
                              entryPoints:
                              - websecure
                              middlewares:
                              - secure-headers
                              service: dir-tapbot-kz
                              tls:
                                certResolver: letsencrypt
                            docker2-tapbot-kz:
                              rule: Host(`docker2.tapbot.kz`)
                              entryPoints:
                              - websecure
                              middlewares:
                              - docker2-tapbot-kz-addresses
                              - secure-headers
                              service: docker2-tapbot-kz
                              tls:
                                certResolver: letsencrypt
                            logs2-tapbot-kz:
                              rule: Host(`logs2.tapbot.kz`)
                              entryPoints:
                              - websecure
                              middlewares:
                              - logs2-tapbot-kz-addresses
                              - logs2-tapbot-kz-login
                              - secure-headers
                              service: logs2-tapbot-kz
                              tls:
                                certResolver: letsencrypt
                            pg-tapbot-kz:
                              rule: Host(`pg.tapbot.kz`)
                              entryPoints:
                              - websecure
                              middlewares:
                              - pg-tapbot-kz-addresses
                              - secure-headers
                              service: pg-tapbot-kz
                              tls:
                                certResolver: letsencrypt
                            qdrant-tapbot-kz:
                              rule: Host(`qdrant.tapbot.kz`)
                              entryPoints:
                              - websecure
                              middlewares:
                              - qdrant-tapbot-kz-addresses
                              - qdrant-tapbot-kz-login
                              - secure-headers
                              service: qdrant-tapbot-kz
                              tls:
                                certResolver: letsencrypt
                            traefik2-tapbot-kz:
                              rule: Host(`traefik2.tapbot.kz`)
                              entryPoints:
                              - websecure
                              middlewares:
                              - traefik2-tapbot-kz-addresses
                              - traefik2-tapbot-kz-login
                              - secure-headers
                              service: api@internal
                              tls:
                                certResolver: letsencrypt
                          middlewares:
                            docker2-tapbot-kz-addresses:
                              ipAllowList:
                                sourceRange:
                                - 198.51.100.7/32
                                - 2001:db8:7::/64
                            logs2-tapbot-kz-addresses:
                              ipAllowList:
                                sourceRange:
                                - 198.51.100.7/32
                                - 2001:db8:7::/64
                            logs2-tapbot-kz-login:
                              basicAuth:
                                users:
                                - admin:‹secret pages-login›
                                realm: tapbot
                                removeHeader: true
                            pg-tapbot-kz-addresses:
                              ipAllowList:
                                sourceRange:
                                - 198.51.100.7/32
                                - 2001:db8:7::/64
                            qdrant-tapbot-kz-addresses:
                              ipAllowList:
                                sourceRange:
                                - 198.51.100.7/32
                                - 2001:db8:7::/64
                            qdrant-tapbot-kz-login:
                              basicAuth:
                                users:
                                - admin:‹secret pages-login›
                                realm: tapbot
                                removeHeader: true
                            secure-headers:
                              headers:
                                contentTypeNosniff: true
                                customFrameOptionsValue: SAMEORIGIN
                                referrerPolicy: strict-origin-when-cross-origin
                                stsSeconds: 31536000
                            traefik2-tapbot-kz-addresses:
                              ipAllowList:
                                sourceRange:
                                - 198.51.100.7/32
                                - 2001:db8:7::/64
                            traefik2-tapbot-kz-login:
                              basicAuth:
                                users:
                                - admin:‹secret pages-login›
                                realm: tapbot
                                removeHeader: true
                          services:
                            dir-tapbot-kz:
                              loadBalancer:
                                servers:
                                - url: http://directus:8055
                            docker2-tapbot-kz:
                              loadBalancer:
                                servers:
                                - url: http://portainer:9000
                            logs2-tapbot-kz:
                              loadBalancer:
                                servers:
                                - url: http://dozzle:8080
                            pg-tapbot-kz:
                              loadBalancer:
                                servers:
                                - url: http://pgadmin:5050
                            qdrant-tapbot-kz:
                              loadBalancer:
                                servers:
                                - url: http://qdrant:6333
                        tls:
                          options:
                            default:
                              minVersion: VersionTLS12
                        """);
    }

    @Test
    void writes_hashes_of_passwords_and_no_passwords() {
        assertThat(input(ESTATE, "data/traefik").parts().stream()
                        .flatMap(part -> part.encoding().stream())
                        .map(Enum::name))
                .containsExactly("BCRYPT", "BCRYPT", "BCRYPT");
    }

    @Test
    void paths_end_where_they_are_said_to_and_staging_is_kept_apart() {
        assertThat(routes(SMALL, "app/gate")).isEqualTo("""
                        # Written by Tapbot. Changes are lost; declare them instead.
                        http:
                          routers:
                            www-my--shop-example-com:
                              rule: Host(`www.my-shop.example.com`)
                              entryPoints:
                              - websecure
                              middlewares:
                              - secure-headers
                              service: www-my--shop-example-com
                              tls:
                                certResolver: trial
                            www-my--shop-example-com_admin:
                              rule: Host(`www.my-shop.example.com`) && (Path(`/admin`) || PathPrefix(`/admin/`))
                              entryPoints:
                              - websecure
                              middlewares:
                              - www-my--shop-example-com_admin-addresses
                              - www-my--shop-example-com_admin-login
                              - secure-headers
                              service: www-my--shop-example-com_admin
                              tls:
                                certResolver: trial
                            www-my--shop-example-com_hook_:
                              rule: Host(`www.my-shop.example.com`) && PathPrefix(`/hook/`)
                              entryPoints:
                              - websecure
                              middlewares:
                              - secure-headers
                              service: www-my--shop-example-com_hook_
                              tls:
                                certResolver: trial
                          middlewares:
                            secure-headers:
                              headers:
                                contentTypeNosniff: true
                                customFrameOptionsValue: SAMEORIGIN
                                referrerPolicy: strict-origin-when-cross-origin
                            www-my--shop-example-com_admin-addresses:
                              ipAllowList:
                                sourceRange:
                                - 198.51.100.0/24
                            www-my--shop-example-com_admin-login:
                              basicAuth:
                                users:
                                - ann:‹secret ann›
                                realm: tapbot
                                removeHeader: true
                          services:
                            www-my--shop-example-com:
                              loadBalancer:
                                servers:
                                - url: http://shop:8080
                            www-my--shop-example-com_admin:
                              loadBalancer:
                                servers:
                                - url: http://shop:8081
                            www-my--shop-example-com_hook_:
                              loadBalancer:
                                servers:
                                - url: http://shop:8080
                        tls:
                          options:
                            default:
                              minVersion: VersionTLS12
                        """);
        assertThat(Told.file(SMALL, "app/gate", FIXED))
                .contains("caServer: https://acme-staging-v02.api.letsencrypt.org/directory\n")
                .contains("storage: /certificates/acme-staging.json\n")
                .doesNotContain("api:\n");
    }

    @Test
    void serving_nothing_it_has_no_empty_sections() {
        Topology topology = Told.estate(
                        (server, on) -> server.run(Traefik.version("3.6.1").on(on.web())))
                .topology();

        assertThat(routes(topology, "data/traefik")).isEqualTo("""
                        # Written by Tapbot. Changes are lost; declare them instead.
                        tls:
                          options:
                            default:
                              minVersion: VersionTLS12
                        """);
        assertThat(Told.text(topology, "data/traefik")).doesNotContain("mount /certificates");
    }

    @Test
    void version_2_reads_another_syntax_and_is_refused() {
        assertThatThrownBy(() -> Traefik.version("2.11.3"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "Traefik 2.11.3 cannot be declared: its rules are written in the syntax of version 3, which older ones never"
                                + " match. Take version 3 or later, or declare a container of your own.");
    }

    @Test
    void names_of_routers_are_unique() {
        Topology topology = Tapbot.draft("names", t -> {
                    var app = t.server("app", HostAddress.of("203.0.113.10"));
                    var web = app.network("web");
                    var proxy = app.run(Traefik.version("3.6.1").on(web));
                    app.container(
                            "x",
                            Image.of("registry.example/x:1.0.0"),
                            c -> c.joins(web)
                                    .servedBy(proxy, t.zone("b-c.example.com").host("a"), 80, Access.ownLogin())
                                    .servedBy(proxy, t.zone("c.example.com").host("a-b"), 80, Access.ownLogin()));
                })
                .topology();

        assertThat(routes(topology, "app/traefik"))
                .contains("a-b--c-example-com:\n")
                .contains("a--b-c-example-com:\n");
    }

    private static String routes(Topology topology, String id) {
        return input(topology, id).redacted();
    }

    private static Content input(Topology topology, String id) {
        return Told.service(topology, id).provisions().get(0).input().orElseThrow();
    }
}
