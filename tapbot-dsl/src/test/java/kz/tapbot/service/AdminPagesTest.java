package kz.tapbot.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.value.InvalidValueException;
import org.junit.jupiter.api.Test;

/** pgAdmin, Portainer, Dozzle and Webmin: pages that rule over others. */
class AdminPagesTest {

    private static final Topology ESTATE = EstateTest.DRAFT.topology();

    @Test
    void pgadmin_has_a_user_and_a_port_of_its_own() {
        assertThat(Told.text(ESTATE, "data/pgadmin")).isEqualTo("""
                        image dpage/pgadmin4:9.17
                        kind pgadmin
                        network data/database
                        network data/web
                        listens 5050/tcp
                        env PGADMIN_CONFIG_SESSION_COOKIE_SECURE=True
                        env PGADMIN_CONFIG_UPGRADE_CHECK_ENABLED=False
                        env PGADMIN_DEFAULT_EMAIL=ops@tapbot.kz
                        env PGADMIN_DEFAULT_PASSWORD_FILE=/run/secrets/pgadmin-default-password
                        env PGADMIN_DISABLE_POSTFIX=1
                        env PGADMIN_LISTEN_ADDRESS=0.0.0.0
                        env PGADMIN_LISTEN_PORT=5050
                        env PGADMIN_REPLACE_SERVERS_ON_STARTUP=True
                        file /pgadmin4/servers.json 0644 0
                        file /run/secrets/pgadmin-default-password 0400 5050 ‹secret pgadmin›
                        mount /var/lib/pgadmin data/pgadmin-data
                        health wget -q -O /dev/null http://127.0.0.1:5050/misc/ping from PT1M
                        memory 384MiB
                        confined readOnlyRoot=false noNewPrivileges=true drops=[] adds=[]
                        stopGrace PT10S
                        route pg.tapbot.kz/ by traefik to 5050 login OWN [admins]
                        stores settings SETTINGS in data/pgadmin-data
                        is [WEB_INTERFACE, ADMIN_INTERFACE]
                        """);
    }

    @Test
    void pgadmin_lists_the_servers_it_knows() {
        assertThat(Told.file(ESTATE, "data/pgadmin", "/pgadmin4/servers.json")).isEqualTo("""
                        {
                          "Servers": {
                            "1": {"Name": "postgres", "Group": "Servers", "Host": "postgres", "Port": 5432, "MaintenanceDB": "postgres", "Username": "postgres", "SSLMode": "prefer"}
                          }
                        }
                        """);
    }

    @Test
    void portainer_has_an_administrator_before_the_first_visitor() {
        assertThat(Told.text(ESTATE, "data/portainer")).isEqualTo("""
                        image portainer/portainer-ce:2.38.1-alpine
                        kind portainer
                        command --admin-password-file=/run/secrets/portainer-admin-password --host=unix:///var/run/docker.sock --trusted-origins=docker2.tapbot.kz
                        network data/web
                        listens 8000/tcp
                        listens 9000/tcp
                        listens 9443/tcp
                        file /run/secrets/portainer-admin-password 0400 0 ‹secret data-portainer-admin›
                        mount /data data/portainer-data
                        mount /var/run/docker.sock /var/run/docker.sock
                        health wget -q -O /dev/null http://127.0.0.1:9000/api/system/status from PT30S
                        memory 192MiB
                        confined readOnlyRoot=false noNewPrivileges=true drops=[] adds=[]
                        stopGrace PT10S
                        label engine-access=the team looks after containers here
                        route docker2.tapbot.kz/ by traefik to 9000 login OWN [admins]
                        stores settings SETTINGS in data/portainer-data
                        is [WEB_INTERFACE, ADMIN_INTERFACE, ENGINE_ACCESS]
                        """);
    }

    @Test
    void portainer_gets_no_engine_unless_that_is_said() {
        Topology topology = Told.estate(
                        (server, on) -> server.run(Portainer.version("2.21.4").on(on.web())))
                .topology();

        assertThat(Told.text(topology, "data/portainer"))
                .contains("command --admin-password-file=/run/secrets/portainer-admin-password\n")
                .doesNotContain("docker.sock")
                .contains("is [WEB_INTERFACE, ADMIN_INTERFACE]\n");
    }

    @Test
    void engine_access_needs_a_reason() {
        Told.estate((server, on) -> assertThatThrownBy(
                        () -> Portainer.version("2.38.1").on(on.web()).withEngineAccess(" "))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("say why Portainer needs it"));
    }

    @Test
    void dozzle_is_asked_for_by_the_proxy() {
        assertThat(Told.text(ESTATE, "data/dozzle")).isEqualTo("""
                        image amir20/dozzle:v8.14.12
                        kind dozzle
                        network data/web
                        listens 8080/tcp
                        env DOZZLE_ENABLE_ACTIONS=false
                        env DOZZLE_ENABLE_SHELL=false
                        env DOZZLE_NO_ANALYTICS=true
                        mount /var/run/docker.sock /var/run/docker.sock read-only
                        health /dozzle healthcheck from PT30S
                        memory 64MiB
                        confined readOnlyRoot=false noNewPrivileges=true drops=[ALL] adds=[]
                        stopGrace PT10S
                        route logs2.tapbot.kz/ by traefik to 8080 login PROXY [admins]
                        is [WEB_INTERFACE, ADMIN_INTERFACE, ENGINE_ACCESS]
                        """);
    }

    @Test
    void webmin_is_on_a_port_of_ones_own_for_named_addresses() {
        var webmin = Told.hostService(ESTATE, "data");

        assertThat(webmin.port().toString()).isEqualTo("8442/tcp");
        assertThat(webmin.openTo().toString()).isEqualTo("[admins]");
        assertThat(webmin.unit().value()).isEqualTo("webmin.service");
        assertThat(webmin.host().orElseThrow().value()).isEqualTo("webmin2.tapbot.kz");
        assertThat(webmin.files().get(0).path().value()).isEqualTo("/etc/webmin/miniserv.conf");
        assertThat(webmin.files().get(0).mode().toString()).isEqualTo("0600");
        assertThat(webmin.files().get(0).content().redacted())
                .startsWith("port=8442\n")
                .contains("\nssl=1\n")
                .contains("\nno_tls1_1=1\n")
                .doesNotContain("listen=");
    }

    @Test
    void webmin_is_never_on_the_port_everybody_tries() {
        Tapbot.draft("x", t -> {
            var admins = t.addresses("admins", "198.51.100.7/32");
            t.server("data", HostAddress.of("203.0.113.20"));
            assertThatThrownBy(() -> Webmin.port(10_000, admins))
                    .isInstanceOf(InvalidValueException.class)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                            Webmin's own port 10000 is attacked without pause. Take another that nothing else uses, for example:
                                Webmin.port(8441, admins)""");
        });
    }

    @Test
    void webmin_comes_from_its_vendor_if_the_key_is_given() {
        Topology topology = Tapbot.draft("x", t -> {
                    var admins = t.addresses("admins", "198.51.100.7/32");
                    var data = t.server("data", HostAddress.of("203.0.113.20"));
                    data.run(Webmin.port(8441, admins).packagesSignedBy("""
                            -----BEGIN PGP PUBLIC KEY BLOCK-----

                            mQINBF
                            -----END PGP PUBLIC KEY BLOCK-----
                            """));
                })
                .topology();

        assertThat(Told.hostService(topology, "data").files().get(0).content().redacted())
                .isEqualTo("""
                        # Written by Tapbot. Changes are lost; declare them instead.
                        Types: deb
                        URIs: https://download.webmin.com/download/newkey/repository
                        Suites: stable
                        Components: contrib
                        Signed-By:
                         -----BEGIN PGP PUBLIC KEY BLOCK-----
                         .
                         mQINBF
                         -----END PGP PUBLIC KEY BLOCK-----
                        """);
    }

    @Test
    void a_key_is_one_block_and_nothing_else() {
        Tapbot.draft("x", t -> {
            Webmin webmin = Webmin.port(8441, t.addresses("admins", "198.51.100.7/32"));
            assertThatThrownBy(() -> webmin.packagesSignedBy("https://example.com/key.asc"))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage(
                            "The key of a package archive is one block of text from \"-----BEGIN PGP PUBLIC KEY BLOCK-----\" to"
                                    + " \"-----END PGP PUBLIC KEY BLOCK-----\".");
        });
    }
}
