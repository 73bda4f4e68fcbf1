package kz.tapbot.validate;

import static kz.tapbot.validate.TapbotEstate.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import org.junit.jupiter.api.Test;

/** What is told of address lists that a proxy cannot ask of those who come by IPv6. */
class AddressListsFindingsTest {

    private static final Consumer<Network.Builder> BLOCK = n -> n.subnet(Cidr.of("172.20.1.0/24"));

    @Test
    void a_list_that_holds_the_networks_of_containers_is_told() {
        assertThat(Judged.findings(estate(AddressListsFindingsTest::six, BLOCK, "172.16.0.0/12")))
                .isEqualTo("""
                error TB2521  Address list that lets in everybody by IPv6
                  at service:data/traefik
                  service:data/traefik serves https://logs2.tapbot.kz and https://pg.tapbot.kz to addresses:admins only, and is on no network with IPv6.
                  Who comes by IPv6 is handed on by a program of the engine, so that the proxy sees 172.20.1.1 of server:data, whoever it is.
                  172.16.0.0/12 of the list holds that address and so lets in everybody who comes by IPv6.
                  Take 172.16.0.0/12 from the list, or give the proxy's network a block of IPv6:
                      var web = data.network("web", n -> n.subnet("172.20.1.0/24").subnetIpv6("fd00:0:0:20::/64"));
                  declared at (TapbotKz.java:95)
                  first declared at (TapbotKz.java:66)""");
    }

    @Test
    void a_list_that_may_hold_what_the_engine_chooses_is_told() {
        assertThat(Judged.findings(estate(AddressListsFindingsTest::six, n -> {}, "192.168.1.0/24")))
                .isEqualTo("""
                error TB2521  Address list that lets in everybody by IPv6
                  at service:data/traefik
                  service:data/traefik serves https://logs2.tapbot.kz and https://pg.tapbot.kz to addresses:admins only, and is on no network with IPv6.
                  Who comes by IPv6 is handed on by a program of the engine, so that the proxy sees an address of server:data that the engine chooses in 172.16.0.0/12 or 192.168.0.0/16, whoever it is.
                  192.168.1.0/24 of the list may hold that address, and then lets in everybody who comes by IPv6.
                  Take 192.168.1.0/24 from the list, or give the proxy's network a block of IPv6:
                      var web = data.network("web", n -> n.subnetIpv6("fd00:0:0:20::/64"));
                  declared at (TapbotKz.java:95)
                  first declared at (TapbotKz.java:66)""");
    }

    @Test
    void addresses_of_ipv6_that_let_in_nobody_are_told() {
        assertThat(Judged.findings(estate(AddressListsFindingsTest::six, BLOCK, "198.51.100.7/32", "2001:db8:7::/64")))
                .isEqualTo("""
                warning TB2522  Address list that lets in nobody by IPv6
                  at service:data/traefik
                  service:data/traefik serves https://logs2.tapbot.kz and https://pg.tapbot.kz to addresses:admins only, and is on no network with IPv6.
                  Who comes by IPv6 is handed on by a program of the engine, so that the proxy sees 172.20.1.1 of server:data, whoever it is.
                  Nobody gets in by 2001:db8:7::/64 of the list, and browsers take IPv6 where they have the choice.
                  Take 2001:db8:7::/64 from the list, or give the proxy's network a block of IPv6, to which Docker forwards from release 27 on:
                      var web = data.network("web", n -> n.subnet("172.20.1.0/24").subnetIpv6("fd00:0:0:20::/64"));
                  declared at (TapbotKz.java:95)
                  first declared at (TapbotKz.java:66)""");
    }

    @Test
    void a_list_that_holds_the_block_of_ipv6_of_the_proxys_own_network_is_told() {
        Consumer<Network.Builder> six = n -> n.subnetIpv6(Cidr.of("fd00:1::/64"));

        assertThat(Judged.findings(estate(AddressListsFindingsTest::six, six, "198.51.100.7/32", "fd00::/8")))
                .isEqualTo("""
                error TB2521  Address list that lets in everybody by IPv6
                  at service:data/traefik
                  service:data/traefik serves https://logs2.tapbot.kz and https://pg.tapbot.kz to addresses:admins only.
                  Before Docker 27, who comes by IPv6 is handed on by a program of the engine, so that the proxy sees fd00:1::1 of server:data, whoever it is.
                  fd00::/8 of the list holds that address and so lets in everybody who comes by IPv6.
                  Take fd00::/8 from the list, and name there who is meant.
                  declared at (TapbotKz.java:95)
                  first declared at (TapbotKz.java:66)""");
    }

    @Test
    void a_proxy_of_ones_own_can_be_told_to_take_ipv4_alone() {
        assertThat(Judged.findings(own(Optional.empty()))).contains("""
                      var web = data.network("web", n -> n.subnet("172.20.1.0/24").subnetIpv6("fd00:0:0:20::/64"));
                  Or let the proxy take its visitors by IPv4 alone:
                      .publishes(Port.tcp(443), p -> p.on(IpAddress.of("0.0.0.0")))
                """);
        assertThat(codes(own(Optional.of(IpAddress.of("0.0.0.0"))))).isEmpty();
    }

    @Test
    void a_server_that_is_known_by_its_name_may_have_ipv6() {
        assertThat(Judged.findings(estate(s -> s.host(HostAddress.of("data.example.com")), BLOCK, "172.16.0.0/12")))
                .contains("""
                  server:data is known by its name alone, which may stand for an address of IPv6.
                  Take 172.16.0.0/12 from the list, or give the proxy's network a block of IPv6:
                """);
    }

    @Test
    void nothing_is_told_where_nobody_comes_by_ipv6_or_the_proxy_sees_who_does() {
        assertThat(codes(estate(s -> {}, BLOCK, "172.16.0.0/12", "2001:db8:7::/64")))
                .isEmpty();
        assertThat(codes(estate(
                        AddressListsFindingsTest::six,
                        BLOCK.andThen(n -> n.subnetIpv6(Cidr.of("fd00:1::/64"))),
                        "172.16.0.0/12",
                        "2001:db8:7::/64")))
                .isEmpty();
        assertThat(codes(estate(AddressListsFindingsTest::six, BLOCK, "198.51.100.7/32")))
                .isEmpty();
    }

    @Test
    void a_list_for_everybody_is_no_mistake() {
        assertThat(codes(estate(AddressListsFindingsTest::six, BLOCK, "0.0.0.0/0", "::/0")))
                .isEmpty();
    }

    private static void six(Server.Builder server) {
        server.ipv6(IpAddress.of("2001:db8::20"));
    }

    private static List<String> codes(Topology topology) {
        return Validator.validate(topology).diagnostics().stream()
                .map(found -> found.code().id())
                .filter(code -> code.startsWith("TB252"))
                .toList();
    }

    private static Topology estate(
            Consumer<Server.Builder> server, Consumer<Network.Builder> web, String... administrators) {
        Topology topology = Change.topology(t -> t.addressSets(List.of(AddressSet.builder()
                .name(AddressSetName.of("admins"))
                .blocks(Stream.of(administrators).map(Cidr::of).toList())
                .places(at(12))
                .build())));
        return Change.server(Change.network(topology, "data/web", web), "data", server);
    }

    private static Topology own(Optional<IpAddress> bind) {
        return Change.service(
                estate(AddressListsFindingsTest::six, BLOCK, "172.16.0.0/12"),
                "data/traefik",
                s -> s.kind(ServiceKind.of("container"))
                        .publications(List.of(
                                Publication.open(Port.tcp(80)), new Publication(Port.tcp(443), 443, bind, List.of()))));
    }
}
