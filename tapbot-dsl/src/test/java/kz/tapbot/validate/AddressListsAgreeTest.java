package kz.tapbot.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.reach.Answer;
import kz.tapbot.reach.Reachability;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.validate.code.TopologyCode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * The findings of address lists and the table of who reaches what say the same, whatever the estate: a list that lets in by IPv6 whom it does not name, or nobody of
 * those it names, is told, and no other is. What the table says is found by asking it for addresses inside and outside of all lists.
 */
class AddressListsAgreeTest {

    private static final List<String> BLOCKS = List.of(
            "172.16.0.0/12",
            "172.20.1.0/24",
            "192.168.1.0/24",
            "198.51.100.0/24",
            "0.0.0.0/0",
            "::/0",
            "2001:db8::/32",
            "2001:db8:7::/64",
            "fd00::/8",
            "fd00:1::/64");

    /** Each block of IPv6 alone, where others are in it, and nobody's. */
    private static final List<String> VISITORS =
            List.of("2001:db8::9", "2001:db8:7::9", "2a00:1450::9", "fd00::9", "fd00:1::9", "fe80::9");

    private static final List<String> BINDS =
            List.of("", "", "", "0.0.0.0", "::", "127.0.0.1", "::1", "2001:db8:ffff::1", "fd00:9::1", "203.0.113.1");

    private static final String UNSEEN = "is on no network with IPv6, and sees whoever comes by it as";

    @Property(tries = 3000)
    void the_table_and_the_findings_say_the_same(@ForAll long seed) {
        Topology topology = new Drawn(new Random(seed)).topology();
        Reachability reachability = Reachability.of(topology);
        Report report = Validator.validate(topology);

        for (Server server : topology.servers()) {
            for (Service service : server.services()) {
                for (Route route : service.routes()) {
                    boolean listed = !route.openTo().isEmpty();
                    boolean everybody = listed && admitsUnlisted(topology, reachability, route);
                    boolean nobody = listed && shutsOutListed(topology, reachability, route);
                    assertThat(isTold(report, TopologyCode.LIST_ADMITS_EVERYBODY, route))
                            .as("everybody at %s of seed %s", route.host(), seed)
                            .isEqualTo(everybody);
                    assertThat(isTold(report, TopologyCode.LIST_ADMITS_NOBODY, route))
                            .as("nobody at %s of seed %s", route.host(), seed)
                            .isEqualTo(nobody);
                    Statistics.label("lets in").collect(everybody ? "everybody" : nobody ? "nobody" : "whom it names");
                }
            }
        }
        Statistics.label("lets in").coverage(coverage -> {
            coverage.check("everybody").percentage(share -> share > 2);
            coverage.check("nobody").percentage(share -> share > 2);
            coverage.check("whom it names").percentage(share -> share > 2);
        });
    }

    private static boolean isTold(Report report, TopologyCode code, Route route) {
        return report.diagnostics().stream()
                .anyMatch(found -> found.code() == code
                        && found.detail().lines().findFirst().orElseThrow().contains("https://" + route.host()));
    }

    /** Whether somebody by IPv6 gets in who is not on the list; on a list for everybody of either family strangers are. */
    private static boolean admitsUnlisted(Topology topology, Reachability reachability, Route route) {
        List<Cidr> list = list(topology, route);
        if (list.stream().anyMatch(block -> block.prefixLength() == 0)) {
            return false;
        }
        return ask(reachability, Source.INTERNET, route).isReached()
                || VISITORS.stream()
                        .map(IpAddress::of)
                        .filter(visitor -> list.stream().noneMatch(block -> block.contains(visitor)))
                        .anyMatch(visitor -> ask(reachability, Source.address(visitor), route)
                                .isReached());
    }

    /** Whether somebody who is on the list by an address of IPv6 is kept out since the proxy does not see it. */
    private static boolean shutsOutListed(Topology topology, Reachability reachability, Route route) {
        List<Cidr> list = list(topology, route);
        return VISITORS.stream()
                .map(IpAddress::of)
                .filter(visitor -> list.stream().anyMatch(block -> block.contains(visitor)))
                .map(visitor -> ask(reachability, Source.address(visitor), route))
                .anyMatch(answer -> !answer.isReached()
                        && answer.closedBy().stream()
                                .anyMatch(step -> step.text().contains(UNSEEN)));
    }

    private static Answer ask(Reachability reachability, Source source, Route route) {
        return reachability.ask(source, Target.route(route.host(), route.path()));
    }

    private static List<Cidr> list(Topology topology, Route route) {
        return topology.addressSets().stream()
                .filter(set -> route.openTo().contains(set.name()))
                .flatMap(set -> set.blocks().stream())
                .toList();
    }

    /** An estate of one or two servers with a proxy and pages behind it, everything about them drawn. */
    private static final class Drawn {

        private final Random random;

        Drawn(Random random) {
            this.random = random;
        }

        Topology topology() {
            Topology.Builder topology = Topology.builder().name(TopologyName.of("drawn"));
            for (int i = 0; i < 4; i++) {
                AddressSet.Builder set = AddressSet.builder().name(AddressSetName.of("set-" + i));
                some(3).forEach(n -> set.addBlocks(Cidr.of(one(BLOCKS))));
                topology.addAddressSets(set.build());
            }
            for (int i = random.nextInt(2); i >= 0; i--) {
                topology.addServers(server(i));
            }
            return topology.build();
        }

        private Server server(int number) {
            String name = "server-" + number;
            Server.Builder server = Server.builder()
                    .name(ServerName.of(name))
                    .firewall(random.nextInt(6) > 0)
                    .planned(random.nextInt(20) == 0)
                    .host(HostAddress.of(one(List.of(
                            "203.0.113.1", "203.0.113.1", "203.0.113.1", "2001:db8:ffff::1", "server.example.com"))));
            if (random.nextInt(4) > 0) {
                server.ipv6(IpAddress.of("2001:db8:ffff::1"));
            }
            server.addNetworks(network("web", 1), network("inner", 2));
            server.addServices(proxy(name), page(name, "one"), page(name, "two"));
            return server.build();
        }

        private Network network(String name, int number) {
            Network.Builder network =
                    Network.builder().name(NetworkName.of(name)).internal(random.nextInt(4) == 0);
            if (random.nextBoolean()) {
                network.subnet(Cidr.of(one(List.of("172.20.", "10.20.")) + number + ".0/24"));
            }
            if (random.nextInt(3) == 0) {
                network.subnetIpv6(Cidr.of("fd00:" + number + "::/64"));
            }
            return network.build();
        }

        private Service proxy(String server) {
            Service.Builder proxy = Parts.service("proxy", "example/proxy:1.0.0", 64, 1)
                    .addTraits(Trait.PROXY)
                    .planned(random.nextInt(20) == 0);
            networks(server).forEach(proxy::addNetworks);
            for (Integer port : List.of(80, 443, 443, 8443)) {
                if (random.nextInt(3) > 0) {
                    proxy.addPublications(publication(port));
                }
            }
            return proxy.build();
        }

        private Publication publication(int port) {
            String bind = one(BINDS);
            return new Publication(
                    Port.tcp(port),
                    port,
                    bind.isEmpty() ? Optional.empty() : Optional.of(IpAddress.of(bind)),
                    random.nextBoolean() ? List.of() : sets());
        }

        private Service page(String server, String name) {
            Service.Builder page =
                    Parts.service(name, "example/page:1.0.0", 64, 2).planned(random.nextInt(20) == 0);
            networks(server).forEach(page::addNetworks);
            some(2).forEach(i -> page.addRoutes(
                    Parts.route("p" + i + "." + name + "." + server + ".example.com", 9500, server + "/proxy", 3)
                            .openTo(sets())
                            .build()));
            return page.build();
        }

        private List<Attachment> networks(String server) {
            return Stream.of("web", "inner")
                    .filter(name -> random.nextInt(3) > 0)
                    .map(name -> Attachment.to(NetworkId.of(server + "/" + name)))
                    .toList();
        }

        private List<AddressSetName> sets() {
            return some(2).stream()
                    .map(i -> AddressSetName.of("set-" + random.nextInt(4)))
                    .distinct()
                    .toList();
        }

        private List<Integer> some(int most) {
            List<Integer> numbers = new ArrayList<>();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                numbers.add(i);
            }
            return numbers;
        }

        private <T> T one(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
