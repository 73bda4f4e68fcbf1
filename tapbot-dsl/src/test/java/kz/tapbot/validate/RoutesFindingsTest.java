package kz.tapbot.validate;

import static kz.tapbot.validate.Parts.on;
import static kz.tapbot.validate.TapbotEstate.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.model.name.CertificateAuthorityName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.CertificateAuthority;
import kz.tapbot.model.net.DnsRecord;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.RecordType;
import kz.tapbot.model.net.Zone;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.value.EmailAddress;
import org.junit.jupiter.api.Test;

/** What is told of routes, host names and certificates. */
class RoutesFindingsTest {

    @Test
    void a_proxy_without_a_way_to_the_service_is_told() {
        assertThat(Judged.findings(Change.service("data/directus", s -> s.networks(List.of(on("data/database"))))))
                .isEqualTo("""
                error TB2501  Proxy cannot reach the routed service
                  at service:data/directus
                  service:data/directus is served at dir.tapbot.kz by service:data/traefik, but shares no network with it.
                  The proxy would find no way to it and answer every visitor with 502 or 504.
                  Put it on one of the proxy's networks:
                      .joins(web)
                  declared at (TapbotKz.java:84)""");
    }

    @Test
    void a_host_name_claimed_twice_is_told_with_both_places() {
        assertThat(Judged.findings(Change.route("data/pgadmin", r -> r.host(HostName.of("dir.tapbot.kz")))))
                .isEqualTo("""
                error TB2502  Host name and path claimed twice
                  at service:data/pgadmin
                  service:data/pgadmin claims dir.tapbot.kz, which service:data/directus claims already.
                  The proxy would send each visitor to one of the two, and nobody chose to which.
                  Give each a host name of its own, or one of them a path:
                      zone.host("dir-2")
                  declared at (TapbotKz.java:95)
                  first declared at (TapbotKz.java:84)""");
    }

    @Test
    void a_host_name_with_two_homes_is_told() {
        assertThat(Judged.findings(Change.route(
                        "data/pgadmin",
                        r -> r.host(HostName.of("n8n.tapbot.kz")).path("/pg"))))
                .isEqualTo("""
                error TB2503  Host name with two homes
                  at service:data/pgadmin
                  service:data/pgadmin on server:data claims n8n.tapbot.kz, whose home is server:app with service:app/n8n.
                  A name points to one server, so that visitors and the issuer of certificates would reach one of them by chance.
                  Give each server a name of its own, and put a load balancer before them if they are to share one:
                      zone.host("n8n-2")
                  declared at (TapbotKz.java:95)
                  first declared at (TapbotKz.java:50)""");
    }

    @Test
    void a_route_through_what_is_no_proxy_is_told() {
        assertThat(Judged.findings(Change.route("data/pgadmin", r -> r.proxy(ServiceId.of("data/directus")))))
                .isEqualTo("""
                error TB2504  Route through a service that is no proxy
                  at service:data/pgadmin
                  service:data/pgadmin is to be served at pg.tapbot.kz by service:data/directus, which is no proxy.
                  Only a proxy listens for host names and passes requests on; this service would not know of the route.
                  Name the proxy of its server:
                      .servedBy(proxy, zone.host("app"), 8080, Access.ownLogin())
                  declared at (TapbotKz.java:95)""");
    }

    @Test
    void a_host_name_outside_every_zone_is_told() {
        assertThat(Judged.findings(Change.route("data/directus", r -> r.host(HostName.of("dir.example.com")))))
                .isEqualTo("""
                warning TB2505  Host name outside every zone
                  at service:data/directus
                  service:data/directus is served at dir.example.com, which lies in none of the declared zones.
                  Its record would be in no zone file, so nobody would find it and no certificate would be issued.
                  Take a name of a zone, or declare the zone it is in:
                      var zone = t.zone("example.com");
                  declared at (TapbotKz.java:84)""");
    }

    @Test
    void a_route_to_a_closed_port_is_told() {
        assertThat(Judged.findings(Change.route("data/directus", r -> r.port(8056))))
                .isEqualTo("""
                error TB2506  Route to a port that nobody listens on
                  at service:data/directus
                  service:data/directus is served at dir.tapbot.kz from its port 8056/tcp, but listens on 8055/tcp only.
                  The proxy would get no connection and answer every visitor with 502.
                  Route to one of these ports, or say that the service listens there:
                      .listens(Port.tcp(8056))
                  declared at (TapbotKz.java:84)""");
    }

    @Test
    void engine_access_served_to_everybody_is_told() {
        assertThat(Judged.findings(Change.route("app/portainer", r -> r.openTo(List.of()))))
                .isEqualTo("""
                error TB2507  Root for whoever has the password
                  at service:app/portainer
                  service:app/portainer speaks with the container engine and is served to everybody at docker1.tapbot.kz.
                  Whoever guesses its password, or finds a hole in its login, is root on server:app.
                  Put a second wall before the login, the administrators' addresses:
                      Access.ownLogin().onlyFrom(admins)
                  declared at (TapbotKz.java:38)""");
    }

    @Test
    void an_admin_interface_served_to_everybody_is_told() {
        assertThat(Judged.findings(Change.route("data/pgadmin", r -> r.openTo(List.of()))))
                .isEqualTo("""
                warning TB2508  Admin interface with one wall
                  at service:data/pgadmin
                  service:data/pgadmin is an admin interface and is served to everybody at pg.tapbot.kz.
                  Only its login stands between the Internet and what it rules over.
                  Put a second wall before the login, the administrators' addresses:
                      Access.ownLogin().onlyFrom(admins)
                  declared at (TapbotKz.java:95)""");
    }

    @Test
    void an_admin_interface_without_a_login_is_told() {
        assertThat(Judged.findings(
                        Change.route("data/pgadmin", r -> r.login(Login.nobodyBecause("only we know the name")))))
                .isEqualTo("""
                error TB2509  Admin interface without a login
                  at service:data/pgadmin
                  service:data/pgadmin is served at pg.tapbot.kz and asks nobody to log in.
                  It rules over the server or holds its data; whoever opens the page can do so too, whatever the reason given.
                  Let the service ask, or the proxy if the service cannot:
                      Access.proxyLogin("admin", Secret.generated("pg-login"))
                  declared at (TapbotKz.java:95)""");
    }

    @Test
    void a_closed_port_80_is_told_where_certificates_are_issued() {
        assertThat(Judged.findings(
                        Change.service("data/traefik", s -> s.publications(List.of(Publication.open(Port.tcp(443)))))))
                .isEqualTo("""
                error TB2510  Certificates cannot be issued
                  at service:data/traefik
                  service:data/traefik serves host names with certificates of letsencrypt, but port 80 is not open to everybody.
                  The issuer asks for its HTTP challenge there, from addresses that nobody knows beforehand; each failed
                  try counts towards its limit. Port 80 only answers the challenge and sends visitors to HTTPS:
                      .publishes(Port.tcp(80))
                  declared at (TapbotKz.java:68)""");
    }

    @Test
    void a_proxy_that_publishes_nothing_is_told() {
        assertThat(Judged.findings(Change.service("data/traefik", s -> s.publications(List.of()))))
                .isEqualTo("""
                warning TB2511  Proxy that nobody reaches
                  at service:data/traefik
                  service:data/traefik serves routes and publishes no port.
                  Nobody outside its server reaches it, and so none of the services behind it.
                  Publish the ports of the web:
                      .publishes(Port.tcp(80)).publishes(Port.tcp(443))
                  declared at (TapbotKz.java:68)""");
    }

    @Test
    void an_issuer_without_https_is_told() {
        assertThat(Judged.findings(Change.topology(t -> t.certificateAuthorities(List.of(CertificateAuthority.builder()
                        .name(CertificateAuthorityName.of("own"))
                        .directory("http://ca.example.com/directory")
                        .contact(EmailAddress.of("ops@example.com"))
                        .places(at(15))
                        .build())))))
                .isEqualTo("""
                error TB2512  Issuer's address is not https
                  at certificates:own
                  The directory of certificates:own is no address that begins with https://.
                  An issuer is asked over HTTPS only, so no certificate would ever come.
                  Give its directory, for Let's Encrypt's trial stage:
                      "https://acme-staging-v02.api.letsencrypt.org/directory"
                  declared at (TapbotKz.java:15)""");
    }

    @Test
    void a_cname_beside_other_records_is_told() {
        assertThat(Judged.findings(Change.topology(t -> t.zones(List.of(Zone.builder()
                        .name(HostName.of("tapbot.kz"))
                        .addRecords(
                                dns("www", RecordType.A, "203.0.113.10", 170),
                                dns("www", RecordType.CNAME, "app.example.com.", 171))
                        .build())))))
                .isEqualTo("""
                error TB2513  DNS records contradict
                  at zone:tapbot.kz
                  The record www CNAME of zone:tapbot.kz stands beside others of its name, and a CNAME among them stands alone.
                  A DNS server refuses the whole zone for it, or answers with what nobody meant.
                  Remove the CNAME or the other record.
                  declared at (TapbotKz.java:171)""");
    }

    @Test
    void an_address_of_the_wrong_family_is_told() {
        assertThat(Judged.findings(Change.topology(t -> t.zones(List.of(Zone.builder()
                        .name(HostName.of("tapbot.kz"))
                        .addRecords(dns("www", RecordType.AAAA, "203.0.113.10", 172))
                        .build())))))
                .isEqualTo("""
                error TB2513  DNS records contradict
                  at zone:tapbot.kz
                  The record www AAAA of zone:tapbot.kz holds what is no IPv6 address.
                  A DNS server refuses the whole zone for it, or answers with what nobody meant.
                  Give addresses of its family only.
                  declared at (TapbotKz.java:172)""");
    }

    @Test
    void a_record_that_points_elsewhere_is_told() {
        assertThat(Judged.findings(Change.topology(t -> t.zones(List.of(Zone.builder()
                        .name(HostName.of("tapbot.kz"))
                        .addRecords(dns("dir", RecordType.A, "203.0.113.10", 173))
                        .build())))))
                .isEqualTo("""
                warning TB2514  DNS record points elsewhere
                  at zone:tapbot.kz
                  The record dir A of zone:tapbot.kz points to 203.0.113.10,
                  but service:data/directus is served at that name by server:data at 203.0.113.20.
                  Visitors and the issuer of certificates go where the record points.
                  Remove the record, which follows from the route, unless a network before the server takes the visitors.
                  declared at (TapbotKz.java:173)""");
    }

    private static DnsRecord dns(String name, RecordType type, String value, int line) {
        return DnsRecord.builder()
                .name(name)
                .type(type)
                .addValues(value)
                .places(at(line))
                .build();
    }
}
