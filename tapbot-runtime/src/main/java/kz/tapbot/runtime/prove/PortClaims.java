package kz.tapbot.runtime.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/** What of a server is reached from outside, and what is not. */
final class PortClaims {

    /**
     * Ports by which servers are broken into when they stand open: remote shells, file shares, databases, caches, queues, container engines
     * and admin pages, by their registered or usual numbers (IANA service names and port numbers, and the vendors' own).
     */
    private static final int[] WELL_KNOWN = {
        21, 23, 69, 111, 135, 139, 389, 445, 512, 513, 514, 873, 1433, 1521, 2049, 2375, 2376, 2377, 2379, 3000, 3306,
        3389, 4243, 5000, 5432, 5601, 5672, 5678, 5900, 5984, 6333, 6334, 6379, 7001, 8000, 8008, 8055, 8080, 8081,
        8086, 8123, 8888, 9000, 9042, 9090, 9093, 9100, 9200, 9300, 9443, 10_000, 11_211, 15_672, 19_999, 26_379, 27_017
    };

    /** An address that no declaration names (RFC 3849, the prefix for documentation). */
    private static final String STRANGER_BY_IPV6 = "2001:db8:ffff::77";

    private final Map<AddressSetName, SortedSet<Cidr>> sets = new HashMap<>();
    private final List<Claim> claims;
    private final Server server;
    private final SortedSet<Port> declared = new TreeSet<>();

    PortClaims(Topology topology, Server server, List<Claim> claims) {
        this.server = server;
        this.claims = claims;
        topology.addressSets().forEach(set -> sets.put(set.name(), set.blocks()));
        for (Link link : topology.links()) {
            if (link.servers().contains(server.name())) {
                declared.add(Port.udp(link.port()));
            }
        }
    }

    void claim() {
        access(
                Port.tcp(server.ssh().port()),
                server.administeredFrom(),
                server.address(),
                "SSH of server " + server.name());
        for (FirewallRule rule : server.open()) {
            declared.add(rule.port());
            if (!rule.from().isEmpty()) {
                notElsewhere(rule.port(), rule.from(), server.address(), rule.port() + " of server " + server.name());
            }
        }
        for (HostService service : server.hostServices()) {
            Address about =
                    Address.on(server.name(), "host-service", service.name().value());
            if (!service.openTo().isEmpty()) {
                access(service.port(), service.openTo(), about, service.name() + " on " + service.port());
            } else {
                closed(about, service.name() + " is not reached from outside.", List.of(service.port()));
            }
        }
        for (Service service : server.services()) {
            if (!service.planned()) {
                service.publications().forEach(publication -> published(service, publication));
            }
        }
        server.services().stream().filter(service -> !service.planned()).forEach(this::internal);
        wellKnown();
    }

    private void published(Service service, Publication publication) {
        Address about = Address.on(server.name(), "service", service.name().value());
        String what = service.name() + " on " + publication.host();
        if (publication.bind().map(IpAddress::isLoopback).orElse(false)) {
            closed(about, what + " is reached from the server itself only.", List.of(publication.host()));
        } else {
            access(publication.host(), publication.from(), about, what, publication.bind());
        }
    }

    private void access(Port port, Collection<AddressSetName> from, Address about, String what) {
        access(port, from, about, what, Optional.empty());
    }

    /** Where the port is opened on one address only, it is tried from addresses of that one's family: no other gets there. */
    private void access(
            Port port, Collection<AddressSetName> from, Address about, String what, Optional<IpAddress> bind) {
        declared.add(port);
        if (from.isEmpty()) {
            claims.add(new Claim(
                    server.name(),
                    about,
                    what + " is reached from the Internet.",
                    "reached",
                    Outcome.OPEN,
                    List.of(new Probe.FromOutside(
                            about, port, bind.filter(IpAddress::isIpv6).map(address -> STRANGER_BY_IPV6)))));
            return;
        }
        List<Probe> inside = new ArrayList<>();
        for (Cidr block : blocks(from)) {
            if (bind.isPresent() && bind.get().isIpv6() != block.isIpv6()) {
                continue;
            }
            inside.add(new Probe.FromOutside(about, port, Optional.of(host(block)), Set.of(block)));
        }
        if (!inside.isEmpty()) {
            claims.add(new Claim(
                    server.name(),
                    about,
                    what + " is reached from " + names(from) + ".",
                    "reached",
                    Outcome.OPEN,
                    inside));
        }
        notElsewhere(port, from, about, what);
    }

    /** A set that holds everybody leaves no elsewhere. */
    private void notElsewhere(Port port, Collection<AddressSetName> from, Address about, String what) {
        if (blocks(from).stream().noneMatch(block -> block.prefixLength() == 0)) {
            closed(
                    about,
                    what + " is not reached from elsewhere than " + names(from) + ".",
                    List.of(port),
                    blocks(from));
        }
    }

    private void internal(Service service) {
        List<Port> inside = service.listens().stream()
                .filter(port -> !declared.contains(port))
                .toList();
        if (!inside.isEmpty() && service.publications().isEmpty()) {
            closed(
                    Address.on(server.name(), "service", service.name().value()),
                    service.name() + " is not reached from outside.",
                    inside);
        }
    }

    private void wellKnown() {
        List<Port> undeclared = new ArrayList<>();
        for (int number : WELL_KNOWN) {
            if (!declared.contains(Port.tcp(number))) {
                undeclared.add(Port.tcp(number));
            }
        }
        closed(
                server.address(),
                "None of " + undeclared.size() + " well-known ports that nobody declared is reached on server "
                        + server.name() + ".",
                undeclared);
    }

    private void closed(Address about, String sentence, List<Port> ports) {
        closed(about, sentence, ports, Set.of());
    }

    private void closed(Address about, String sentence, List<Port> ports, Set<Cidr> letIn) {
        List<Probe> probes = new ArrayList<>();
        ports.forEach(port -> probes.add(new Probe.FromOutside(about, port, Optional.empty(), letIn)));
        claims.add(new Claim(server.name(), about, sentence, "not reached", Outcome.CLOSED, probes));
    }

    private SortedSet<Cidr> blocks(Collection<AddressSetName> names) {
        SortedSet<Cidr> blocks = new TreeSet<>();
        for (AddressSetName name : names) {
            blocks.addAll(sets.getOrDefault(name, new TreeSet<>()));
        }
        return blocks;
    }

    /** An address that a machine can have: the first of a block names the block itself (RFC 1122, section 3.2.1.3). */
    private static String host(Cidr block) {
        boolean single = block.prefixLength() >= (block.isIpv6() ? 127 : 31);
        return block.address(single ? 0 : 1).value();
    }

    private static String names(Collection<AddressSetName> from) {
        return String.join(", ", from.stream().map(AddressSetName::value).toList());
    }
}
