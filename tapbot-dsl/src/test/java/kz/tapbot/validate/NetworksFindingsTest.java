package kz.tapbot.validate;

import static kz.tapbot.validate.Parts.network;
import static kz.tapbot.validate.TapbotEstate.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Need;
import org.junit.jupiter.api.Test;

/** What is told of networks and links. */
class NetworksFindingsTest {

    @Test
    void overlapping_subnets_are_told_with_both_places() {
        assertThat(Judged.findings(Change.network(
                        Change.network("data/web", n -> n.subnet(Cidr.of("10.20.0.0/16"))),
                        "data/database",
                        n -> n.subnet(Cidr.of("10.20.4.0/24")))))
                .isEqualTo("""
                error TB2201  Subnets overlap
                  at network:data/database
                  network:data/database takes 10.20.4.0/24, which overlaps 10.20.0.0/16 of network:data/web.
                  An address in both would be looked for on one of them and never found on the other;
                  Docker refuses such a network ("Pool overlaps with other one on this address space").
                  Take another private block, or leave the subnet away and let the engine choose:
                      .subnet("10.21.0.0/24")
                  declared at (TapbotKz.java:67)
                  first declared at (TapbotKz.java:66)""");
    }

    @Test
    void a_network_that_overlaps_a_link_is_told() {
        assertThat(Judged.findings(Change.network("data/web", n -> n.subnet(Cidr.of("10.100.0.0/16")))))
                .isEqualTo("""
                error TB2201  Subnets overlap
                  at link:backbone
                  link:backbone takes 10.100.0.0/24, which overlaps 10.100.0.0/16 of network:data/web.
                  An address in both would be looked for on one of them and never found on the other;
                  Docker refuses such a network ("Pool overlaps with other one on this address space").
                  Take another private block, or leave the subnet away and let the engine choose:
                      Cidr.of("10.20.0.0/24")
                  declared at (TapbotKz.java:105)
                  first declared at (TapbotKz.java:66)""");
    }

    @Test
    void a_subnet_that_holds_a_server_is_told() {
        assertThat(Judged.findings(Change.server(
                        Change.network("data/web", n -> n.subnet(Cidr.of("10.0.0.0/24"))),
                        "app",
                        s -> s.host(HostAddress.of("10.0.0.10")))))
                .isEqualTo("""
                error TB2202  Subnet holds a server's address
                  at network:data/web
                  network:data/web takes 10.0.0.0/24, which holds 10.0.0.10, the address of server:app.
                  Once the network is up, the way to that server leads into the network, and the server is cut off.
                  Take a private block that no server is in:
                      .subnet("10.20.0.0/24")
                  declared at (TapbotKz.java:66)""");
    }

    @Test
    void a_database_with_a_way_out_is_told() {
        assertThat(Judged.findings(Change.service("data/qdrant", s -> s.addNetworks(Parts.on("data/web")))))
                .isEqualTo("""
                warning TB2213  Database on a network with a way out
                  at service:data/qdrant
                  service:data/qdrant keeps data and is on network:data/web, from which the world is reached.
                  Whoever gets into it can carry everything away, and it stands beside what strangers talk to.
                  Put it on an internal network, and let on that network only what needs it:
                      var database = data.network("database", n -> n.internal());
                  declared at (TapbotKz.java:87)""");
    }

    @Test
    void a_service_that_a_permit_takes_off_the_engines_own_network_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/directus",
                        s -> s.networks(List.of()).routes(List.of()).needs(List.of()))))
                .isEqualTo("""
                warning TB2217  Permit that takes away the way out
                  at service:data/directus
                  service:data/directus joins no network; a permit of link:backbone puts it on the internal network of that link alone.
                  Without a permit it has a way out, by the engine's own network; with it, nothing that it asks of the Internet is answered.
                  Let it join a network, an internal one if it needs no way out:
                      .joins(data.network("directus"))
                  declared at (TapbotKz.java:105)
                  first declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_subnet_too_small_for_a_bridge_is_told() {
        assertThat(Judged.findings(Change.network("data/web", n -> n.subnet(Cidr.of("10.20.0.0/31")))))
                .isEqualTo("""
                error TB2203  Subnet cannot be used
                  at network:data/web
                  network:data/web takes 10.20.0.0/31, which is too small for a gateway and a member.
                  The engine would refuse the network, or nothing in it could be reached.
                  Take a private block with room for what will be in it:
                      .subnet("10.21.0.0/24")
                  declared at (TapbotKz.java:66)""");
    }

    @Test
    void a_subnet_of_a_reserved_block_is_told() {
        assertThat(Judged.findings(Change.network("data/web", n -> n.subnet(Cidr.of("169.254.0.0/16")))))
                .isEqualTo("""
                error TB2203  Subnet cannot be used
                  at network:data/web
                  network:data/web takes 169.254.0.0/16, which is within or around the link-local block.
                  The engine would refuse the network, or nothing in it could be reached.
                  Take a private block with room for what will be in it:
                      .subnet("10.20.0.0/24")
                  declared at (TapbotKz.java:66)""");
    }

    @Test
    void every_address_as_a_subnet_is_told() {
        assertThat(Judged.findings(Change.network("data/web", n -> n.subnetIpv6(Cidr.of("fe80::/64")))))
                .isEqualTo("""
                error TB2203  Subnet cannot be used
                  at network:data/web
                  network:data/web takes fe80::/64, which is within or around the link-local block.
                  The engine would refuse the network, or nothing in it could be reached.
                  Take a private block with room for what will be in it:
                      .subnetIpv6("fd00:0:0:20::/64")
                  declared at (TapbotKz.java:66)""");
    }

    @Test
    void a_subnet_of_the_other_family_is_told() {
        assertThat(Judged.findings(Change.network("data/web", n -> n.subnet(Cidr.of("fd00::/64")))))
                .isEqualTo("""
                error TB2203  Subnet cannot be used
                  at network:data/web
                  network:data/web takes fd00::/64, which is of IPv6, where a block of the other family is said.
                  The engine would refuse the network, or nothing in it could be reached.
                  Take a private block with room for what will be in it:
                      .subnet("10.20.0.0/24")
                  declared at (TapbotKz.java:66)""");
    }

    @Test
    void a_subnet_of_public_addresses_is_told() {
        assertThat(Judged.findings(Change.network("data/web", n -> n.subnet(Cidr.of("192.0.2.0/24")))))
                .isEqualTo("""
                warning TB2204  Subnet of public addresses
                  at network:data/web
                  network:data/web takes 192.0.2.0/24, which is no private block.
                  These addresses belong to somebody on the Internet, whom the server could then no longer reach.
                  Take one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16:
                      .subnet("10.20.0.0/24")
                  declared at (TapbotKz.java:66)""");
    }

    @Test
    void ipv6_without_a_firewall_is_told() {
        assertThat(Judged.findings(Change.server(
                        Change.network("data/web", n -> n.subnetIpv6(Cidr.of("fd00:20::/64"))),
                        "data",
                        s -> s.firewall(false))))
                .isEqualTo("""
                error TB2205  IPv6 network without a firewall
                  at network:data/web
                  network:data/web has IPv6, and server:data has no firewall.
                  What its containers publish is then open over IPv6 to everybody, whatever the rules for IPv4 say.
                  Let the server keep its firewall by taking its off() away, or give the network no IPv6.
                  declared at (TapbotKz.java:66)

                warning TB2902  Server without a firewall
                  at server:data
                  server:data has no firewall.
                  Every program that listens on it, now or after the next package, is open to everybody.
                  Let it keep its firewall by taking its off() away, unless one stands before it.
                  declared at (TapbotKz.java:60)""");
    }

    @Test
    void a_network_that_nobody_joins_is_told() {
        assertThat(Judged.findings(Change.server("app", s -> s.addNetworks(network("left-over", false, 160)))))
                .isEqualTo("""
                warning TB2206  Network that nobody joins
                  at network:app/left-over
                  No service is on network:app/left-over.
                  It may be left over, or the services that belong on it were put on another.
                  Remove it, or let a service join it:
                      app.container("bot", Image.of("registry.example/bot:1.4.2"), c -> c.joins(leftOver));
                  declared at (TapbotKz.java:160)""");
    }

    @Test
    void a_subnet_with_too_few_addresses_is_told() {
        assertThat(Judged.findings(Change.network("data/web", n -> n.subnet(Cidr.of("10.20.0.0/30")))))
                .isEqualTo("""
                error TB2207  Subnet too small
                  at network:data/web
                  network:data/web has 4 services, and its subnet 10.20.0.0/30 has addresses for 1.
                  The last containers to start would get no address and stay down.
                  Take a larger block:
                      .subnet("10.20.0.0/24")
                  declared at (TapbotKz.java:66)""");
    }

    @Test
    void a_link_of_one_server_is_told() {
        assertThat(Judged.findings(Change.topology(t -> t.addLinks(Link.builder()
                        .name(LinkName.of("spare"))
                        .addServers(ServerName.of("app"))
                        .subnet(Cidr.of("10.101.0.0/24"))
                        .port(51821)
                        .places(at(161))
                        .build()))))
                .isEqualTo("""
                error TB2208  Link with fewer than two servers
                  at link:spare
                  link:spare joins one server only.
                  A link leads from one server to another and so needs two.
                  Name them all:
                      .joins(app, data)
                  declared at (TapbotKz.java:161)""");
    }

    @Test
    void a_permit_on_one_server_is_told() {
        assertThat(Judged.findings(Change.link(
                        l -> l.addPermits(new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("app/redis"), 6379)))))
                .isEqualTo("""
                error TB2209  Permit for servers that the link does not join
                  at link:backbone
                  link:backbone permits service:app/n8n to reach service:app/redis, but does not lead from the one to the other.
                  A permit opens a way between two servers of its link; on one server a common network is the way.
                  Let the link join both servers, or remove the permit.
                  declared at (TapbotKz.java:105)""");
    }

    @Test
    void a_permit_of_a_port_that_nobody_listens_on_is_told() {
        assertThat(Judged.findings(Change.link(l ->
                        l.addPermits(new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("data/postgres"), 5433)))))
                .isEqualTo("""
                error TB2210  Permit for a port that nobody listens on
                  at link:backbone
                  link:backbone permits service:app/n8n to reach port 5433/tcp of service:data/postgres, which listens on 5432/tcp only.
                  The permit would open a port behind which nobody answers.
                  Permit one of these ports, or say that the service listens there:
                      .listens(Port.tcp(5433))
                  declared at (TapbotKz.java:105)""");
    }

    @Test
    void one_port_of_two_services_behind_a_link_is_told() {
        assertThat(Judged.findings(Change.link(l -> l.addPermits(
                        new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("data/directus"), 8055),
                        new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("data/postgres"), 8055)))))
                .contains("""
                error TB2215  Port of a link that means two services
                  at link:backbone
                  link:backbone permits port 8055/tcp of service:data/postgres, and the same port of service:data/directus on the same server.
                  Over a link a service is reached at its server's address, where a port leads to one of them only.
                  Let one of them listen on another port, or take a second link for it.
                """);
    }

    @Test
    void a_link_without_addresses_for_its_services_is_told() {
        assertThat(Judged.findings(Change.link(l -> l.subnet(Cidr.of("10.100.0.0/29")))))
                .isEqualTo("""
                error TB2207  Subnet too small
                  at link:backbone
                  link:backbone takes 10.100.0.0/29, which has too few addresses for the services that its permits name: each has four.
                  The last service would get none and reach nothing, or not be reached.
                  Take a larger block:
                      Cidr.of("10.100.0.0/24")
                  declared at (TapbotKz.java:105)""");
    }

    @Test
    void a_link_of_ipv6_is_told() {
        assertThat(Judged.findings(Change.link(l -> l.subnet(Cidr.of("fd00:0:0:9::/64")))))
                .contains("error TB2203  Subnet cannot be used", "at link:backbone");
    }

    @Test
    void a_need_without_a_common_network_is_told() {
        assertThat(Judged.findings(
                        Change.service("data/qdrant", s -> s.addNeeds(new Need(ServiceId.of("data/dozzle"), true)))))
                .isEqualTo("""
                warning TB2211  Needed service on no common network
                  at service:data/qdrant
                  service:data/qdrant needs service:data/dozzle, but shares no network with it.
                  It would start after it and still not find it by its name.
                  If it speaks with it, put it on one of its networks:
                      .joins(web)
                  declared at (TapbotKz.java:87)""");
    }

    @Test
    void a_name_that_means_two_services_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/qdrant",
                        s -> s.networks(List.of(new Attachment(NetworkId.of("data/database"), List.of("postgres")))))))
                .isEqualTo("""
                warning TB2212  Name on a network means two services
                  at service:data/qdrant
                  service:data/qdrant answers to "postgres" on network:data/database, as service:data/postgres does.
                  Whoever asks for that name gets now the one and now the other.
                  Give each a name of its own, unless they are meant to share the work.
                  declared at (TapbotKz.java:87)
                  first declared at (TapbotKz.java:72)""");
    }
}
