package kz.tapbot.validate;

import static kz.tapbot.validate.Parts.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Publication;
import org.junit.jupiter.api.Test;

/** What is told of ports and who reaches them. */
class PortsFindingsTest {

    @Test
    void two_services_on_one_port_are_told() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.addPublications(new Publication(Port.tcp(443), 5678, Optional.empty(), List.of())))))
                .isEqualTo("""
                error TB2101  Port of a server taken twice
                  at service:app/n8n
                  service:app/n8n publishes 443/tcp of server:app, but service:app/traefik already publishes 443/tcp.
                  Two listeners cannot have one port of a server; the second does not start.
                  Give one of them another port, or serve both through the proxy, each by its own host name:
                      .publishes(Port.tcp(8443), p -> p.containerPort(5678))
                  declared at (TapbotKz.java:48)
                  first declared at (TapbotKz.java:30)""");
    }

    @Test
    void a_specific_address_clashes_with_all_addresses() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.addPublications(new Publication(
                                Port.tcp(443), 5678, Optional.of(IpAddress.of("127.0.0.1")), List.of())))))
                .isEqualTo("""
                error TB2101  Port of a server taken twice
                  at service:app/n8n
                  service:app/n8n publishes 443/tcp on 127.0.0.1 of server:app, but service:app/traefik already publishes 443/tcp.
                  Two listeners cannot have one port of a server; the second does not start.
                  Give one of them another port, or serve both through the proxy, each by its own host name:
                      .publishes(Port.tcp(8443), p -> p.containerPort(5678))
                  declared at (TapbotKz.java:48)
                  first declared at (TapbotKz.java:30)""");
    }

    @Test
    void a_published_port_clashes_with_sshd() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.addPublications(new Publication(
                                Port.tcp(22), 5678, Optional.of(IpAddress.of("203.0.113.10")), List.of())))))
                .isEqualTo("""
                error TB2101  Port of a server taken twice
                  at service:app/n8n
                  service:app/n8n publishes 22/tcp on 203.0.113.10 of server:app, but server:app already has its sshd on 22/tcp.
                  Two listeners cannot have one port of a server; the second does not start.
                  Give one of them another port, or serve both through the proxy, each by its own host name:
                      .publishes(Port.tcp(8022), p -> p.containerPort(5678))
                  declared at (TapbotKz.java:48)
                  first declared at (TapbotKz.java:21)""");
    }

    @Test
    void a_published_port_clashes_with_a_link() {
        assertThat(Judged.findings(
                        Change.service("app/n8n", s -> s.addPublications(Publication.open(Port.udp(51820))))))
                .isEqualTo("""
                error TB2101  Port of a server taken twice
                  at link:backbone
                  link:backbone listens on 51820/udp of server:app, but service:app/n8n already publishes 51820/udp.
                  Two listeners cannot have one port of a server; the second does not start.
                  Give one of them another port:
                      .port(51821)
                  declared at (TapbotKz.java:105)
                  first declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_host_service_on_a_published_port_is_told() {
        assertThat(Judged.findings(Change.server(
                        "data", s -> s.hostServices(List.of(Parts.webmin(443, "webmin2.tapbot.kz", 150))))))
                .isEqualTo("""
                error TB2101  Port of a server taken twice
                  at host-service:data/webmin
                  host-service:data/webmin listens on 443/tcp of server:data, but service:data/traefik already publishes 443/tcp.
                  Two listeners cannot have one port of a server; the second does not start.
                  Give one of them another port:
                      Port.tcp(8443)
                  declared at (TapbotKz.java:150)
                  first declared at (TapbotKz.java:68)""");
    }

    @Test
    void a_port_opened_by_hand_and_published_is_told() {
        assertThat(Judged.findings(
                        Change.server("app", s -> s.addOpen(new FirewallRule(Port.tcp(443), List.of(), "web")))))
                .isEqualTo("""
                warning TB2102  Port opened by hand and published too
                  at server:app
                  server:app opens 443/tcp, which service:app/traefik publishes.
                  Publishing a port opens it, to those whom the service names; the rule is for programs of the server itself.
                  Remove the rule, and say at the service who may come:
                      .publishes(Port.tcp(443), admins)
                  declared at (TapbotKz.java:21)
                  first declared at (TapbotKz.java:30)""");
    }

    @Test
    void publishing_from_internal_networks_only_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/directus",
                        s -> s.networks(List.of(on("data/database")))
                                .routes(List.of())
                                .addPublications(Publication.open(Port.tcp(8055))))))
                .isEqualTo("""
                error TB2103  Published from an internal network
                  at service:data/directus
                  service:data/directus publishes 8055/tcp, but is on internal networks only.
                  Docker ignores what is published from an internal network and says nothing, so the port would stay closed.
                  Join a network with a way out too, or let a proxy on such a network serve it:
                      var web = data.network("web");
                  declared at (TapbotKz.java:82)""");
    }

    @Test
    void publishing_from_the_network_of_a_link_alone_is_told() {
        assertThat(Judged.findings(alone())).isEqualTo("""
                error TB2103  Published from an internal network
                  at service:data/directus
                  service:data/directus publishes 8055/tcp, and joins no network; a permit of link:backbone puts it on the internal network of that link alone.
                  Docker ignores what is published from an internal network and says nothing, so the port would stay closed.
                  Let it join a network with a way out:
                      .joins(data.network("directus"))
                  declared at (TapbotKz.java:105)
                  first declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_permit_that_leads_to_what_is_only_planned_closes_no_port() {
        assertThat(Judged.findings(Change.service(alone(), "app/n8n", s -> s.planned(true))))
                .doesNotContain("TB2103");
    }

    private static Topology alone() {
        return Change.service(
                "data/directus",
                s -> s.networks(List.of())
                        .routes(List.of())
                        .needs(List.of())
                        .addPublications(Publication.open(Port.tcp(8055))));
    }

    @Test
    void a_database_open_to_everybody_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/postgres",
                        s -> s.addNetworks(on("data/web")).addPublications(Publication.open(Port.tcp(5432))))))
                .isEqualTo("""
                error TB2104  Database open to everybody
                  at service:data/postgres
                  service:data/postgres publishes 5432/tcp to everybody.
                  A database that the Internet reaches is found within hours and tried until a password or a hole opens it.
                  Remove the publication: services of the server reach it over a network, those of others over a link,
                  and a person through an SSH tunnel.
                  declared at (TapbotKz.java:72)""");
    }

    @Test
    void a_database_port_open_to_everybody_is_told() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.addPublications(new Publication(Port.tcp(15432), 5432, Optional.empty(), List.of())))))
                .isEqualTo("""
                error TB2105  Database port open to everybody
                  at service:app/n8n
                  service:app/n8n publishes port 5432 of its container, PostgreSQL's own, to everybody.
                  A database that the Internet reaches is found within hours and tried until a password or a hole opens it.
                  Remove the publication, or say who may come:
                      .publishes(Port.tcp(5432), admins)
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_well_known_inner_port_open_to_everybody_is_told() {
        assertThat(Judged.findings(Change.service("app/n8n", s -> s.addPublications(Publication.open(Port.tcp(9100))))))
                .isEqualTo("""
                warning TB2106  Well-known inner port open to everybody
                  at service:app/n8n
                  service:app/n8n publishes port 9100 of its container to everybody. It is the node exporter's own, which is for insiders.
                  If that is what runs there, strangers will find it on the number alone.
                  Serve it through the proxy with a login, or say who may come:
                      .publishes(Port.tcp(9100), admins)
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void the_port_of_the_engine_is_told() {
        assertThat(Judged.findings(Change.server(
                        "app",
                        s -> s.addOpen(
                                new FirewallRule(Port.tcp(2375), List.of(AddressSetName.of("admins")), "docker")))))
                .isEqualTo("""
                error TB2107  Container engine reachable over the network
                  at server:app
                  server:app opens 2375/tcp, the API of the container engine.
                  Who speaks with the engine is root on the server, whatever address he comes from.
                  Remove it. Tapbot reaches the engine through its SSH connection and needs no port.
                  declared at (TapbotKz.java:21)""");
    }

    @Test
    void webmin_on_its_well_known_port_is_told() {
        assertThat(Judged.findings(Change.server(
                        "data", s -> s.hostServices(List.of(Parts.webmin(10000, "webmin2.tapbot.kz", 64))))))
                .isEqualTo("""
                error TB2108  Admin interface on its well-known port
                  at host-service:data/webmin
                  host-service:data/webmin is reachable on port 10000, which is Webmin's for everybody who looks for one.
                  Scanners try that number on every address without pause, and fill logs and bans with it.
                  Give it an odd port:
                      data.run(Webmin.port(8441, admins))
                  declared at (TapbotKz.java:64)""");
    }

    @Test
    void an_admin_interface_open_to_everybody_is_told() {
        assertThat(Judged.findings(
                        Change.service("data/pgadmin", s -> s.addPublications(Publication.open(Port.tcp(8080))))))
                .isEqualTo("""
                error TB2109  Admin interface open to everybody
                  at service:data/pgadmin
                  service:data/pgadmin is an admin interface and opens port 8080 to everybody.
                  Whoever finds a hole or a password there owns what it rules over; a login alone is one wall.
                  Let in only the administrators' addresses:
                      .publishes(Port.tcp(8080), admins)
                  declared at (TapbotKz.java:93)""");
    }
}
