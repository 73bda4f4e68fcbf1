package kz.tapbot.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.LinkName;
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
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import org.junit.jupiter.api.Test;

/** What containers reach of their own server and it of them, as scans of real servers have found it. */
class ContainersAndTheirServerTest {

    private static final AddressSetName SERVERS = AddressSetName.of("servers");
    private static final AddressSetName INSIDE = AddressSetName.of("inside");
    private static final AddressSetName LINKED = AddressSetName.of("linked");

    private final Reachability reachability = Reachability.of(topology());

    @Test
    void an_internal_network_does_not_keep_a_container_from_what_its_server_opens_itself() {
        is("service:app/hidden", "server:app:7001", """
                service:app/hidden reaches 7001/tcp of server:app
                  at 7001/tcp of server:app
                    service:app/hidden is on internal networks only, which do not keep it from its own server
                    server:app opens 7001/tcp to everybody, for a test""");
        is("network:app/inner", "server:app:7001", """
                network:app/inner reaches 7001/tcp of server:app
                  at 7001/tcp of server:app
                    network:app/inner is on internal networks only, which do not keep it from its own server
                    server:app opens 7001/tcp to everybody, for a test""");
        is("service:app/hidden", "server:data:7001", """
                service:app/hidden does not reach 7001/tcp of server:data
                    service:app/hidden is on internal networks only, such as network:app/inner""");
    }

    @Test
    void it_does_keep_it_from_what_others_publish_there() {
        is("service:app/hidden", "server:app:8081", """
                service:app/hidden does not reach 8081/tcp of server:app
                    service:app/hidden is on internal networks only, which the engine keeps apart from what service:app/page publishes""");
        is("service:app/page", "server:app:8081", """
                service:app/page reaches 8081/tcp of server:app
                  at 8081/tcp of server:app
                    service:app/page publishes 8081/tcp to everybody""");
    }

    @Test
    void a_container_comes_to_its_own_server_with_an_address_of_its_networks_and_to_others_with_that_of_its_server() {
        assertThat(verdict("service:app/page", "server:app:7002")).isEqualTo(Verdict.CLOSED);
        assertThat(verdict("service:app/page", "server:app:8082")).isEqualTo(Verdict.CLOSED);
        assertThat(verdict("service:app/page", "server:data:7002")).isEqualTo(Verdict.OPEN);
        assertThat(verdict("service:app/page", "server:app:7003")).isEqualTo(Verdict.OPEN);
        assertThat(verdict("service:app/page", "server:data:7003")).isEqualTo(Verdict.CLOSED);
    }

    @Test
    void one_that_a_permit_names_comes_to_its_own_server_with_its_address_in_the_link_as_well() {
        assertThat(verdict("service:app/page", "server:app:7004")).isEqualTo(Verdict.OPEN);
        assertThat(verdict("service:data/other", "server:data:7004")).isEqualTo(Verdict.OPEN);
        assertThat(verdict("service:app/page", "server:data:7004")).isEqualTo(Verdict.CLOSED);
        assertThat(verdict("service:app/six", "server:app:7004")).isEqualTo(Verdict.CLOSED);
        assertThat(verdict("network:app/web", "server:app:7004")).isEqualTo(Verdict.CLOSED);
    }

    @Test
    void one_that_a_permit_names_and_that_is_on_no_network_is_on_that_of_the_link_alone() {
        is("service:data/other", "internet", """
                service:data/other does not reach the Internet
                    network:data/link-private-other is internal""");
        assertThat(verdict("service:data/bare", "service:data/other:8080")).isEqualTo(Verdict.CLOSED);
        assertThat(verdict("service:app/page", "service:data/other:8080")).isEqualTo(Verdict.OPEN);
    }

    @Test
    void where_the_engine_chooses_the_block_it_may_be_any_of_those_it_gives() {
        assertThat(verdict("service:app/hidden", "server:app:7003")).isEqualTo(Verdict.OPEN);
        assertThat(verdict("service:app/bare", "server:app:7003")).isEqualTo(Verdict.OPEN);
        assertThat(verdict("service:app/six", "server:app:7003")).isEqualTo(Verdict.CLOSED);
    }

    @Test
    void a_container_has_ipv6_only_where_one_of_its_networks_has() {
        is("service:app/page", "server:app:8083", """
                service:app/page does not reach 8083/tcp of server:app
                    service:app/page publishes 8083/tcp on :: only to everybody""");
        is("service:app/six", "server:app:8083", """
                service:app/six reaches 8083/tcp of server:app
                  at 8083/tcp of server:app by IPv6
                    service:app/page publishes 8083/tcp on :: only to everybody""");
        assertThat(verdict("service:app/page", "server:data:8083")).isEqualTo(Verdict.CLOSED);
        assertThat(verdict("service:app/six", "server:data:8083")).isEqualTo(Verdict.OPEN);
    }

    @Test
    void a_server_does_not_reach_by_a_port_of_its_own_what_the_engine_does_not_publish() {
        is("server:app", "server:app:6000", """
                server:app does not reach 6000/tcp of server:app
                    service:app/shut is on internal networks only, where the engine publishes nothing""");
        is("server:app", "service:app/shut", """
                server:app reaches service:app/shut
                  at 6000/tcp of service:app/shut
                    what runs on server:app reaches the addresses of its containers
                    service:app/shut listens on 6000/tcp""");
    }

    @Test
    void who_does_not_say_where_it_listens_is_reached_on_every_port_that_is_asked_for() {
        is("server:app", "service:app/hidden:9999", """
                server:app reaches 9999/tcp of service:app/hidden
                  at every port of service:app/hidden
                    what runs on server:app reaches the addresses of its containers""");
        is("service:app/shut", "service:app/hidden:9999", """
                service:app/shut reaches 9999/tcp of service:app/hidden
                  at every port of service:app/hidden
                    service:app/shut is on network:app/inner
                    service:app/hidden is on network:app/inner""");
    }

    @Test
    void containers_on_no_network_meet_on_that_of_the_engine() {
        is("service:app/bare", "service:app/other:8080", """
                service:app/bare reaches 8080/tcp of service:app/other
                  at 8080/tcp of service:app/other
                    service:app/bare is on no network that is declared, and so on the engine's own
                    service:app/other is on no network that is declared, and so on the engine's own
                    service:app/other listens on 8080/tcp""");
        is("service:app/bare", "service:app/page:8080", """
                service:app/bare does not reach 8080/tcp of service:app/page
                    service:app/bare shares no network with service:app/page
                    service:app/page publishes no port for 8080/tcp, and no route leads to it""");
        assertThat(verdict("service:app/bare", "service:data/other:8080")).isEqualTo(Verdict.CLOSED);
    }

    private void is(String source, String target, String expected) {
        assertThat(reachability.ask(Source.parse(source), Target.parse(target))).hasToString(expected);
    }

    private Verdict verdict(String source, String target) {
        return reachability.ask(Source.parse(source), Target.parse(target)).verdict();
    }

    private static Topology topology() {
        return Topology.builder()
                .name(TopologyName.of("shop"))
                .addAddressSets(
                        set(SERVERS, "203.0.113.0/24"), set(INSIDE, "172.20.0.0/16"), set(LINKED, "10.99.0.0/24"))
                .addLinks(Link.builder()
                        .name(LinkName.of("private"))
                        .addServers(ServerName.of("app"), ServerName.of("data"))
                        .subnet(Cidr.of("10.99.0.0/24"))
                        .addPermits(new LinkPermit(ServiceId.of("app/page"), ServiceId.of("data/other"), 8080))
                        .build())
                .addServers(server("app", 1), server("data", 2))
                .build();
    }

    private static AddressSet set(AddressSetName name, String block) {
        return AddressSet.builder().name(name).addBlocks(Cidr.of(block)).build();
    }

    private static Server server(String name, int number) {
        return Server.builder()
                .name(ServerName.of(name))
                .host(HostAddress.of("203.0.113." + number))
                .ipv6(IpAddress.of("2001:db8::" + number))
                .addNetworks(network("web").subnet(Cidr.of("172.20.1.0/24")).build())
                .addNetworks(network("inner").internal(true).build())
                .addNetworks(network("six")
                        .subnet(Cidr.of("10.7.0.0/24"))
                        .subnetIpv6(Cidr.of("2001:db8:6::/64"))
                        .build())
                .addOpen(rule(7001), rule(7002, SERVERS), rule(7003, INSIDE), rule(7004, LINKED))
                .addServices(
                        service(name, "page", "web")
                                .addPublications(
                                        published(8081, Optional.empty()),
                                        published(8082, Optional.empty(), SERVERS),
                                        published(8083, Optional.of(IpAddress.of("::"))))
                                .build(),
                        service(name, "six", "six").build(),
                        service(name, "hidden", "inner").build(),
                        service(name, "shut", "inner")
                                .addPublications(published(6000, Optional.empty()))
                                .build(),
                        service(name, "bare").build(),
                        service(name, "other").addListens(Port.tcp(8080)).build())
                .build();
    }

    private static Network.Builder network(String name) {
        return Network.builder().name(NetworkName.of(name));
    }

    private static FirewallRule rule(int port, AddressSetName... from) {
        return new FirewallRule(Port.tcp(port), List.of(from), "a test");
    }

    private static Publication published(int port, Optional<IpAddress> bind, AddressSetName... from) {
        return new Publication(Port.tcp(port), port, bind, List.of(from));
    }

    private static Service.Builder service(String server, String name, String... networks) {
        Service.Builder service = Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("container"))
                .image(Image.of("example/" + name + ":1.0.0"));
        for (String network : networks) {
            service.addNetworks(Attachment.to(new NetworkId(ServerName.of(server), NetworkName.of(network))));
        }
        return service;
    }
}
