package kz.tapbot.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import org.junit.jupiter.api.Test;

/** As whom proxies see those who come, as scans of real servers have found it: by IPv4 and IPv6, from outside, from the server, from containers beside them. */
class VisitorsOfProxiesTest {

    private static final AddressSetName OFFICE = AddressSetName.of("office");
    private static final AddressSetName SERVERS = AddressSetName.of("servers");
    private static final AddressSetName INSIDE = AddressSetName.of("inside");

    private final Reachability reachability = Reachability.of(topology(Optional.empty()));
    private final Reachability six = Reachability.of(topology(Optional.of(Cidr.of("2001:db8:6::/64"))));

    @Test
    void a_port_that_only_sends_visitors_on_opens_no_page() {
        is(reachability, "internet", "https://data.example.com", """
                the Internet does not reach https://data.example.com
                    service:data/proxy publishes 443/tcp to addresses:office""");
        assertThat(verdict(reachability, "198.51.100.3", "https://data.example.com"))
                .isEqualTo(Verdict.OPEN);
        assertThat(verdict(reachability, "internet", "server:data:80")).isEqualTo(Verdict.OPEN);
    }

    @Test
    void whoever_comes_by_ipv6_to_a_proxy_without_it_is_not_known_by_his_address() {
        is(reachability, "2001:db8:7::1", "https://app.example.com/office", """
                2001:db8:7::1 does not reach https://app.example.com/office
                    service:app/proxy passes https://app.example.com/office on to 9500/tcp of service:app/page for addresses:office, and nobody asks for a login
                    service:app/proxy is on no network with IPv6, and sees whoever comes by it as server:app""");
        assertThat(verdict(reachability, "198.51.100.3", "https://app.example.com/office"))
                .isEqualTo(Verdict.OPEN);
        assertThat(verdict(six, "2001:db8:7::1", "https://app.example.com/office"))
                .isEqualTo(Verdict.OPEN);
    }

    @Test
    void a_list_that_holds_the_networks_of_containers_lets_everybody_in_by_ipv6() {
        is(reachability, "internet", "https://app.example.com/inside", """
                the Internet reaches https://app.example.com/inside
                  at https://app.example.com/inside
                    service:app/proxy publishes 443/tcp to everybody
                    service:app/proxy is on no network with IPv6, and sees whoever comes by it as server:app
                    service:app/proxy passes https://app.example.com/inside on to 9500/tcp of service:app/page for addresses:inside, and nobody asks for a login""");
        assertThat(verdict(reachability, "192.0.2.1", "https://app.example.com/inside"))
                .isEqualTo(Verdict.CLOSED);
        assertThat(verdict(six, "internet", "https://app.example.com/inside")).isEqualTo(Verdict.CLOSED);
    }

    @Test
    void the_server_is_seen_under_its_own_address_and_under_that_of_the_proxys_network() {
        assertThat(verdict(reachability, "server:app", "https://app.example.com/servers"))
                .isEqualTo(Verdict.OPEN);
        assertThat(verdict(reachability, "server:app", "https://app.example.com/inside"))
                .isEqualTo(Verdict.OPEN);
        assertThat(verdict(reachability, "server:app", "https://app.example.com/office"))
                .isEqualTo(Verdict.CLOSED);
    }

    @Test
    void a_container_beside_the_proxy_is_seen_under_its_own_address() {
        is(reachability, "service:data/page", "https://data.example.com/inside", """
                service:data/page reaches https://data.example.com/inside
                  at https://data.example.com/inside
                    service:data/page is on network:data/web
                    service:data/proxy is on network:data/web
                    service:data/proxy listens on 443/tcp
                    service:data/proxy passes https://data.example.com/inside on to 9500/tcp of service:data/page for addresses:inside, and nobody asks for a login""");
        assertThat(verdict(reachability, "service:app/page", "https://app.example.com/inside"))
                .isEqualTo(Verdict.OPEN);
        assertThat(verdict(reachability, "service:app/page", "https://app.example.com/servers"))
                .isEqualTo(Verdict.CLOSED);
        assertThat(verdict(reachability, "service:data/page", "https://app.example.com/servers"))
                .isEqualTo(Verdict.OPEN);
    }

    private static void is(Reachability reachability, String source, String target, String expected) {
        assertThat(reachability.ask(Source.parse(source), Target.parse(target))).hasToString(expected);
    }

    private static Verdict verdict(Reachability reachability, String source, String target) {
        return reachability.ask(Source.parse(source), Target.parse(target)).verdict();
    }

    private static Topology topology(Optional<Cidr> subnetIpv6) {
        return Topology.builder()
                .name(TopologyName.of("shop"))
                .addAddressSets(
                        set(OFFICE, "198.51.100.0/24", "2001:db8:7::/64"),
                        set(SERVERS, "203.0.113.0/24"),
                        set(INSIDE, "172.20.0.0/16"))
                .addServers(server("app", 1, subnetIpv6), server("data", 2, subnetIpv6, OFFICE))
                .build();
    }

    private static AddressSet set(AddressSetName name, String... blocks) {
        AddressSet.Builder set = AddressSet.builder().name(name);
        for (String block : blocks) {
            set.addBlocks(Cidr.of(block));
        }
        return set.build();
    }

    private static Server server(String name, int number, Optional<Cidr> subnetIpv6, AddressSetName... visitors) {
        return Server.builder()
                .name(ServerName.of(name))
                .host(HostAddress.of("203.0.113." + number))
                .ipv6(IpAddress.of("2001:db8::" + number))
                .addNetworks(Network.builder()
                        .name(NetworkName.of("web"))
                        .subnet(Cidr.of("172.20.1.0/24"))
                        .subnetIpv6(subnetIpv6)
                        .build())
                .addServices(
                        service(name, "page")
                                .addRoutes(
                                        route(name, "/"),
                                        route(name, "/office", OFFICE),
                                        route(name, "/servers", SERVERS),
                                        route(name, "/inside", INSIDE))
                                .build(),
                        service(name, "proxy")
                                .addTraits(Trait.PROXY)
                                .addListens(Port.tcp(443))
                                .addPublications(
                                        Publication.open(Port.tcp(80)),
                                        new Publication(Port.tcp(443), 443, Optional.empty(), List.of(visitors)))
                                .build())
                .build();
    }

    private static Route route(String server, String path, AddressSetName... openTo) {
        return Route.builder()
                .host(HostName.of(server + ".example.com"))
                .path(path)
                .port(9500)
                .proxy(ServiceId.of(server + "/proxy"))
                .login(Login.nobodyBecause("it is a test"))
                .addOpenTo(openTo)
                .build();
    }

    private static Service.Builder service(String server, String name) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("container"))
                .image(Image.of("example/" + name + ":1.0.0"))
                .addNetworks(Attachment.to(new NetworkId(ServerName.of(server), NetworkName.of("web"))));
    }
}
