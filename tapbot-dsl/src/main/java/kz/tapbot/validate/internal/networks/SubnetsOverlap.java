package kz.tapbot.validate.internal.networks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2201 and TB2202: on one machine an address is reached in one way only. */
final class SubnetsOverlap implements Check {

    /** Blocks either hold one another or have nothing in common, so that in this order a holder precedes what it holds. */
    private static final Comparator<Subnet> HOLDERS_FIRST = new Comparator<>() {
        @Override
        public int compare(Subnet one, Subnet other) {
            int order = one.range().compareTo(other.range());
            return order != 0
                    ? order
                    : one.subject().address().compareTo(other.subject().address());
        }
    };

    /** A server and one of its addresses as a number. */
    private record Located(Server server, IpAddress address) {}

    @Override
    public void run(Estate estate, Findings findings) {
        List<Subnet> links = new ArrayList<>();
        Map<String, List<Subnet>> byServer = new HashMap<>();
        for (Link link : estate.topology().links()) {
            Subnet subnet = Subnet.of(link);
            links.add(subnet);
            for (ServerName server : link.servers()) {
                List<Subnet> known = byServer.get(server.value());
                if (known == null) {
                    known = new ArrayList<>();
                    byServer.put(server.value(), known);
                }
                known.add(subnet);
            }
        }
        Set<String> told = new HashSet<>();
        overlaps(findings, links, told);
        List<Subnet> all = new ArrayList<>(links);
        for (Server server : estate.servers()) {
            List<Subnet> mine = Subnet.of(server);
            all.addAll(mine);
            mine.addAll(byServer.getOrDefault(server.name().value(), List.of()));
            overlaps(findings, mine, told);
        }
        if (!all.isEmpty()) {
            holdServers(estate, findings, all);
        }
    }

    private static void overlaps(Findings findings, List<Subnet> subnets, Set<String> told) {
        if (subnets.size() < 2) {
            return;
        }
        List<Subnet> sorted = new ArrayList<>(subnets);
        sorted.sort(HOLDERS_FIRST);
        Deque<Subnet> holders = new ArrayDeque<>();
        for (Subnet subnet : sorted) {
            while (!holders.isEmpty() && !holders.getLast().range().overlaps(subnet.range())) {
                holders.removeLast();
            }
            if (!holders.isEmpty() && told.add(holders.getLast().subject() + " " + subnet.subject())) {
                overlap(findings, holders.getLast(), subnet);
            }
            holders.addLast(subnet);
        }
    }

    private static void overlap(Findings findings, Subnet one, Subnet other) {
        List<Subnet> both = Subject.inSourceOrder(List.of(one, other), Subnet::subject);
        Subnet later = both.get(1);
        Subnet earlier = both.get(0);
        findings.clash(
                TopologyCode.SUBNETS_OVERLAP,
                later.subject(),
                earlier.subject(),
                """
                {} takes {}, which overlaps {} of {}.
                An address in both would be looked for on one of them and never found on the other;
                Docker refuses such a network ("Pool overlaps with other one on this address space").
                Take another private block, or leave the subnet away and let the engine choose:
                    {}
                """,
                later.subject(),
                later.block(),
                earlier.block(),
                earlier.subject(),
                later.instead(earlier));
    }

    private static void holdServers(Estate estate, Findings findings, List<Subnet> subnets) {
        NavigableMap<Range, Located> located = new TreeMap<>();
        for (Server server : estate.servers()) {
            locate(located, server, server.host().ip());
            locate(located, server, server.ipv6());
        }
        for (Subnet subnet : subnets) {
            for (Located each : located.subMap(
                            subnet.range(), true, subnet.range().end(), true)
                    .values()) {
                holds(findings, subnet, each);
            }
        }
    }

    private static void locate(NavigableMap<Range, Located> located, Server server, Optional<IpAddress> address) {
        if (address.isPresent()) {
            located.putIfAbsent(Range.of(address.get()), new Located(server, address.get()));
        }
    }

    private static void holds(Findings findings, Subnet subnet, Located located) {
        findings.add(
                TopologyCode.SUBNET_HOLDS_SERVER,
                subnet.subject(),
                """
                {} takes {}, which holds {}, the address of {}.
                Once the network is up, the way to that server leads into the network, and the server is cut off.
                Take a private block that no server is in:
                    {}
                """,
                subnet.subject(),
                subnet.block(),
                located.address(),
                located.server().address(),
                subnet.instead(subnet));
    }
}
