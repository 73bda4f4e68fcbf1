package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;

/** A server and what of it is opened, by port, as the firewall is told: rules for the server itself apart from those for containers. */
final class Site {

    /** A port that a container publishes, and whom its declaration lets in. */
    record Published(Spot spot, Publication publication, Guests guests) {

        boolean isLocal() {
            return publication.bind().map(IpAddress::isLoopback).orElse(false);
        }

        boolean is(Published other) {
            return spot.id().equals(other.spot.id()) && publication.equals(other.publication);
        }

        Step step() {
            String bind = publication
                    .bind()
                    .map(address -> " on " + address + " only")
                    .orElse("");
            Service service = spot.service();
            String exact = "publications." + publication.host()
                    + publication.bind().map(address -> " on " + address).orElse("");
            String setting =
                    service.places().settings().containsKey(exact) ? exact : "publications." + publication.host();
            return Step.of(
                    spot.address(),
                    spot.address() + " publishes " + publication.host() + bind + (isLocal() ? "" : " to " + guests),
                    service.places(),
                    setting);
        }
    }

    /** A port of the server itself that something declares, whom it lets in, and what says so. */
    record Opened(Guests guests, Address about, Step step) {}

    private final Server server;
    private final Map<Port, List<Published>> published = new HashMap<>();
    private final Map<Port, List<Opened>> opened = new HashMap<>();
    private final SortedSet<Port> ports = new TreeSet<>();

    Site(Server server) {
        this.server = server;
    }

    Server server() {
        return server;
    }

    ServerName name() {
        return server.name();
    }

    /** Every port that anything declares. */
    SortedSet<Port> ports() {
        return ports;
    }

    List<Published> published(Port port) {
        return published.getOrDefault(port, List.of());
    }

    List<Opened> opened(Port port) {
        return opened.getOrDefault(port, List.of());
    }

    /** Whether the server has an address of the family; one that is known by name may have both. */
    boolean has(boolean ipv6) {
        Optional<IpAddress> ip = server.host().ip();
        return ip.isEmpty()
                || ip.get().isIpv6() == ipv6
                || ipv6 && server.ipv6().isPresent();
    }

    boolean hasAddress(IpAddress address) {
        return server.host().ip().filter(address::equals).isPresent()
                || server.ipv6().filter(address::equals).isPresent();
    }

    void fill(Ground ground, List<Link> links) {
        Guests administrators = ground.guests(server.administeredFrom());
        // SSH is never closed: where nobody's address is known, it is open to everybody, as the firewall is told.
        Guests ssh = administrators.blocks().isEmpty() ? Guests.EVERYBODY : administrators;
        open(Port.tcp(server.ssh().port()), ssh, server.address(), "opens SSH on", "", "administeredFrom");
        for (FirewallRule rule : server.open()) {
            open(
                    rule.port(),
                    ground.guests(rule.from()),
                    server.address(),
                    "opens",
                    ", for " + rule.reason(),
                    "open." + rule.port());
        }
        for (HostService service : server.hostServices()) {
            Address about =
                    Address.on(server.name(), "host-service", service.name().value());
            Guests guests = service.openTo().isEmpty()
                    ? Guests.of(List.of(), List.of("nobody"))
                    : ground.guests(service.openTo());
            Step step = Step.of(
                    about, about + " listens on " + service.port() + ", open to " + guests, service.places(), "port");
            put(service.port(), new Opened(guests, about, step));
        }
        links.forEach(link -> open(ground, link));
        for (Service service : server.services()) {
            publish(ground, ground.spot(server, service));
        }
    }

    /** A peer that is known by a host name alone can come from anywhere. */
    private void open(Ground ground, Link link) {
        List<Cidr> peers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean anywhere = false;
        for (ServerName peer : link.servers()) {
            if (!peer.equals(server.name())) {
                List<Cidr> addresses = ground.addresses(peer);
                anywhere |= addresses.isEmpty();
                peers.addAll(addresses);
                names.add(Address.of("server", peer).toString());
            }
        }
        Guests guests = anywhere ? Guests.EVERYBODY : Guests.of(peers, names);
        Step step = Step.of(
                link.address(),
                link.address() + " uses " + Port.udp(link.port()) + ", open to " + guests,
                link.places(),
                "port");
        put(Port.udp(link.port()), new Opened(guests, link.address(), step));
    }

    private void open(Port port, Guests guests, Address about, String verb, String reason, String setting) {
        Step step =
                Step.of(about, about + " " + verb + " " + port + " to " + guests + reason, server.places(), setting);
        put(port, new Opened(guests, about, step));
    }

    private void put(Port port, Opened one) {
        ports.add(port);
        opened.computeIfAbsent(port, first -> new ArrayList<>(1)).add(one);
    }

    private void publish(Ground ground, Spot spot) {
        if (spot.isActive()) {
            for (Publication publication : spot.service().publications()) {
                ports.add(publication.host());
                published
                        .computeIfAbsent(publication.host(), first -> new ArrayList<>(1))
                        .add(new Published(spot, publication, ground.guests(publication.from())));
            }
        }
    }
}
