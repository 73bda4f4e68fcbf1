package kz.tapbot.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.Validator;
import org.junit.jupiter.api.Test;

/** Who reaches what in the shop, on paper, with every line that opens the way or stands in it. */
class ReachabilityTest {

    private final Reachability shop = Reachability.of(Shop.GOOD);

    @Test
    void the_shop_is_judged_without_a_finding() {
        assertThat(Validator.validate(Shop.GOOD)).hasToString("Topology \"shop\" has no findings");
    }

    @Test
    void a_page_for_everybody_is_reached_through_the_proxy() {
        is("internet", "https://www.example.com/cart", """
                the Internet reaches https://www.example.com/cart
                  at https://www.example.com
                    service:front/proxy publishes 443/tcp to everybody (Shop.java:52)
                    service:front/proxy passes https://www.example.com on to 8080/tcp of service:front/site, and nobody asks for a login (Shop.java:65)""");
    }

    @Test
    void a_page_with_a_login_of_the_proxy_is_reached_with_it() {
        is("internet", "https://stats.example.com", """
                the Internet reaches https://stats.example.com, with a login
                  at https://stats.example.com, with a login
                    service:front/proxy publishes 443/tcp to everybody (Shop.java:52)
                    service:front/proxy passes https://stats.example.com on to 8082/tcp of service:front/site after asking for a login (Shop.java:71)""");
    }

    @Test
    void a_page_for_the_office_is_reached_from_there_alone() {
        is("internet", "https://admin.example.com", """
                the Internet does not reach https://admin.example.com
                    service:front/proxy passes https://admin.example.com on to 8081/tcp of service:front/site for addresses:office, which asks for a login (Shop.java:66)""");
        assertThat(verdict("198.51.100.3", "https://admin.example.com")).isEqualTo(Verdict.LOGIN);
        assertThat(verdict("198.51.100.16", "https://admin.example.com")).isEqualTo(Verdict.CLOSED);
        assertThat(verdict("2001:db8:7::9", "https://admin.example.com")).isEqualTo(Verdict.LOGIN);
        assertThat(verdict("2001:db8:8::9", "https://admin.example.com")).isEqualTo(Verdict.CLOSED);
        assertThat(verdict("addresses:office", "https://admin.example.com")).isEqualTo(Verdict.LOGIN);
        assertThat(verdict("service:front/debug", "https://admin.example.com")).isEqualTo(Verdict.CLOSED);
    }

    @Test
    void a_database_that_publishes_nothing_is_reached_over_its_network_only() {
        is("internet", "service:front/db", """
                the Internet does not reach service:front/db
                    service:front/db publishes no port, and no route leads to it (Shop.java:53)""");
        is("service:front/proxy", "service:front/db", """
                service:front/proxy does not reach service:front/db
                    service:front/proxy shares no network with service:front/db (Shop.java:53)
                    service:front/db publishes no port, and no route leads to it (Shop.java:53)""");
        is("service:front/site", "service:front/db", """
                service:front/site reaches service:front/db
                  at 5432/tcp of service:front/db
                    service:front/site is on network:front/inner (Shop.java:62)
                    service:front/db is on network:front/inner (Shop.java:54)
                    service:front/db listens on 5432/tcp (Shop.java:54)""");
        is("service:front/site", "service:front/db:6379", """
                service:front/site does not reach 6379/tcp of service:front/db
                    service:front/db is not said to listen on 6379/tcp (Shop.java:53)
                    service:front/db publishes no port for 6379/tcp, and no route leads to it (Shop.java:53)""");
    }

    @Test
    void a_port_on_the_loopback_address_is_for_its_server_alone() {
        is("internet", "server:front:6060", """
                the Internet does not reach 6060/tcp of server:front
                    service:front/debug publishes 6060/tcp on 127.0.0.1 only (Shop.java:79)""");
        is("server:front", "server:front:6060", """
                server:front reaches 6060/tcp of server:front
                  at 6060/tcp of server:front
                    what runs on server:front itself passes its firewall
                    service:front/debug publishes 6060/tcp on 127.0.0.1 only (Shop.java:79)""");
    }

    @Test
    void a_port_for_the_office_is_open_to_it_by_both_families_where_the_server_has_them() {
        is("2001:db8:7::1", "server:front:6061", """
                2001:db8:7::1 reaches 6061/tcp of server:front
                  at 6061/tcp of server:front
                    service:front/debug publishes 6061/tcp to addresses:office (Shop.java:80)""");
        is("2001:db8:7::1", "server:back:9100", """
                2001:db8:7::1 does not reach 9100/tcp of server:back
                    server:back is reached by IPv4 only (Shop.java:41)""");
        is("addresses:office", "server:back:9100", """
                addresses:office reaches 9100/tcp of server:back
                  at 9100/tcp of server:back
                    server:back opens 9100/tcp to addresses:office, for metrics (Shop.java:46)""");
        is("internet", "server:back:1234", """
                the Internet does not reach 1234/tcp of server:back
                    the firewall of server:back refuses 1234/tcp, which nothing opens (Shop.java:41)""");
    }

    @Test
    void a_port_bound_to_an_ipv4_address_is_not_reached_by_ipv6() {
        Topology bound = Shop.with("debug", c -> c.publishes(Port.tcp(6062), p -> p.on(IpAddress.of("203.0.113.10"))));
        assertThat(Reachability.of(bound).ask(Source.INTERNET, Target.parse("server:front:6062")))
                .hasToString("""
                        the Internet reaches 6062/tcp of server:front
                          at 6062/tcp of server:front by IPv4
                            service:front/debug publishes 6062/tcp on 203.0.113.10 only to everybody (ReachabilityTest.java:108) via (Shop.java:102)""");
        assertThat(Reachability.of(bound)
                        .ask(Source.parse("2001:db8:9::1"), Target.parse("server:front:6062"))
                        .verdict())
                .isEqualTo(Verdict.CLOSED);
    }

    @Test
    void nothing_is_published_from_internal_networks() {
        Topology published = Shop.with("db", c -> c.publishes(Port.tcp(5432)));
        assertThat(Reachability.of(published).ask(Source.INTERNET, Target.parse("service:front/db")))
                .hasToString("""
                        the Internet does not reach service:front/db
                            service:front/db is on internal networks only, where the engine publishes nothing (Shop.java:53)""");
    }

    @Test
    void without_the_firewall_the_engine_opens_to_everybody_what_was_declared_for_some() {
        Topology open = withoutFirewall(Shop.GOOD);
        assertThat(Reachability.of(open).ask(Source.INTERNET, Target.parse("server:front:6061")))
                .hasToString("""
                        the Internet reaches 6061/tcp of server:front
                          at 6061/tcp of server:front
                            service:front/debug publishes 6061/tcp to addresses:office (Shop.java:80)
                            server:front has no firewall, so that nobody is kept out (Shop.java:35)""");
    }

    @Test
    void without_the_firewall_it_is_said_that_nothing_is_known_to_listen() {
        assertThat(Reachability.of(withoutFirewall(Shop.GOOD)).ask(Source.INTERNET, Target.parse("server:front:1234")))
                .hasToString("""
                        the Internet does not reach 1234/tcp of server:front
                            nothing is said to listen on 1234/tcp of server:front""");
    }

    @Test
    void a_permit_of_a_link_lets_one_service_reach_one_port() {
        is("service:front/site", "service:back/index", """
                service:front/site reaches service:back/index
                  at 7700/tcp of service:back/index
                    link:private lets service:front/site reach 7700/tcp of service:back/index (Shop.java:95)""");
        assertThat(verdict("service:front/proxy", "service:back/index")).isEqualTo(Verdict.CLOSED);
        assertThat(verdict("server:back", "server:front:51820/udp")).isEqualTo(Verdict.OPEN);
        assertThat(verdict("internet", "server:front:51820/udp")).isEqualTo(Verdict.CLOSED);
    }

    @Test
    void a_container_on_internal_networks_only_has_no_way_out() {
        is("service:front/db", "internet", """
                service:front/db does not reach the Internet
                    network:front/inner is internal (Shop.java:48)""");
        is("service:front/db", "server:front:443", """
                service:front/db does not reach 443/tcp of server:front
                    service:front/db is on internal networks only, which the engine keeps apart from what service:front/proxy publishes (Shop.java:48)""");
        is("service:front/site", "internet", """
                service:front/site reaches the Internet
                  at the Internet
                    service:front/site is on network:front/web, which has a way out (Shop.java:47)""");
    }

    @Test
    void what_is_planned_or_not_declared_reaches_nothing_and_is_not_reached() {
        is("service:back/later", "service:back/index", """
                service:back/later does not reach service:back/index
                    service:back/later is not there, or only planned""");
        is("internet", "service:back/later", """
                the Internet does not reach service:back/later
                    service:back/later is only planned (Shop.java:91)""");
        is("internet", "service:back/missing", """
                the Internet does not reach service:back/missing
                    service:back/missing is not declared""");
        is("addresses:nobody", "server:front:443", """
                addresses:nobody does not reach 443/tcp of server:front
                    no address is in addresses:nobody""");
    }

    @Test
    void the_table_tells_of_everything_that_is_reached_from_outside() {
        assertThat(lines(shop.exposure().fromOutside().rows())).isEqualTo("""
                addresses:office reaches 22/tcp of server:back (server:back)
                addresses:office reaches 9100/tcp of server:back (server:back)
                server:front reaches 51820/udp of server:back (link:private)
                addresses:office reaches 22/tcp of server:front (server:front)
                the Internet reaches 443/tcp of server:front (service:front/proxy)
                addresses:office reaches 6061/tcp of server:front (service:front/debug)
                server:back reaches 51820/udp of server:front (link:private)
                addresses:office reaches https://admin.example.com (service:front/site) with a login
                the Internet reaches https://stats.example.com (service:front/site) with a login
                the Internet reaches https://www.example.com (service:front/site)""");
    }

    @Test
    void a_difference_tells_what_a_change_opens_and_closes() {
        ExposureTable before = shop.exposure();
        ExposureTable after = Reachability.of(withoutFirewall(Shop.GOOD)).exposure();
        assertThat(before.to(before).isEmpty()).isTrue();
        assertThat(lines(before.to(after).changes())).isEqualTo("""
                opens 22/tcp of server:front (server:front) to the Internet (Shop.java:35)
                opens 6061/tcp of server:front (service:front/debug) to the Internet (Shop.java:35)
                opens 51820/udp of server:front (link:private) to the Internet (Shop.java:35)""");
        assertThat(lines(after.to(before).changes())).isEqualTo("""
                closes 22/tcp of server:front (server:front) to the Internet (Shop.java:35)
                closes 6061/tcp of server:front (service:front/debug) to the Internet (Shop.java:35)
                closes 51820/udp of server:front (link:private) to the Internet (Shop.java:35)""");
    }

    private void is(String source, String target, String expected) {
        assertThat(shop.ask(Source.parse(source), Target.parse(target))).hasToString(expected);
    }

    private Verdict verdict(String source, String target) {
        return shop.ask(Source.parse(source), Target.parse(target)).verdict();
    }

    private static Topology withoutFirewall(Topology topology) {
        List<Server> servers = topology.servers().stream()
                .map(server -> server.name().value().equals("front")
                        ? Server.builder().from(server).firewall(false).build()
                        : server)
                .toList();
        return Topology.builder().from(topology).servers(servers).build();
    }

    private static String lines(List<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
