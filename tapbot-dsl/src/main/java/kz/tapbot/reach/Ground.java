package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.Topology;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;

/** A topology with everything that questions look up in it, computed once and in time that grows with its size. */
final class Ground {

    /** A route and the service that it leads to. */
    record Routed(Spot spot, Route route) {}

    /** A permit and the link it is for. */
    record Permitted(Link link, LinkPermit permit) {}

    private final Topology topology;
    private final Map<AddressSetName, AddressSet> sets = new HashMap<>();
    private final Map<ServerName, Site> sites = new HashMap<>();
    private final Map<ServiceId, Spot> spots = new HashMap<>();
    private final Map<NetworkId, Network> networks = new HashMap<>();
    private final Map<NetworkId, Integer> members = new HashMap<>();
    private final Map<HostName, Map<String, Routed>> routes = new HashMap<>();
    private final Map<ServerName, List<Link>> links = new HashMap<>();
    private final Map<ServiceId, List<Permitted>> permits = new HashMap<>();
    private final Map<ServiceId, Set<NetworkId>> linked;

    Ground(Topology topology) {
        this.topology = topology;
        linked = LinkNetworks.of(topology, networks);
        topology.addressSets().forEach(set -> sets.putIfAbsent(set.name(), set));
        topology.servers().forEach(server -> sites.putIfAbsent(server.name(), new Site(server)));
        for (Link link : topology.links()) {
            link.servers()
                    .forEach(name -> links.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(link));
            link.permits()
                    .forEach(permit -> permits.computeIfAbsent(permit.to(), first -> new ArrayList<>())
                            .add(new Permitted(link, permit)));
        }
        for (Server server : topology.servers()) {
            server.networks()
                    .forEach(network -> networks.putIfAbsent(new NetworkId(server.name(), network.name()), network));
            server.services().forEach(service -> index(server, service));
            Site site = sites.get(server.name());
            if (site != null && !server.planned()) {
                site.fill(this, links(server.name()));
            }
        }
    }

    private void index(Server server, Service service) {
        Spot spot = spot(server, service);
        spots.putIfAbsent(spot.id(), spot);
        if (spot.isActive()) {
            spot.networks().forEach(network -> members.merge(network, 1, Integer::sum));
            service.routes()
                    .forEach(route -> routes.computeIfAbsent(route.host(), first -> new HashMap<>(2))
                            .putIfAbsent(route.path(), new Routed(spot, route)));
        }
    }

    Topology topology() {
        return topology;
    }

    Optional<Site> site(ServerName name) {
        return Optional.ofNullable(sites.get(name));
    }

    Optional<Spot> spot(ServiceId id) {
        return Optional.ofNullable(spots.get(id));
    }

    Optional<Network> network(NetworkId id) {
        return Optional.ofNullable(networks.get(id));
    }

    Optional<AddressSet> set(AddressSetName name) {
        return Optional.ofNullable(sets.get(name));
    }

    /** How many services that are to run are on the network. */
    int members(NetworkId id) {
        return members.getOrDefault(id, 0);
    }

    /** The route of exactly that host and path. */
    Optional<Routed> route(HostName host, String path) {
        return Optional.ofNullable(routes.getOrDefault(host, Map.of()).get(path));
    }

    /** The links that a server is on. */
    List<Link> links(ServerName name) {
        return links.getOrDefault(name, List.of());
    }

    /** The service, on the networks that it is declared on and those where it meets links. */
    Spot spot(Server server, Service service) {
        return Spot.of(server, service, linked.getOrDefault(new ServiceId(server.name(), service.name()), Set.of()));
    }

    List<Permitted> permitsTo(ServiceId id) {
        return permits.getOrDefault(id, List.of());
    }

    /** Whom those sets let in: everybody if there are none at all, nobody if no address is in them. */
    Guests guests(Collection<AddressSetName> names) {
        if (names.isEmpty()) {
            return Guests.EVERYBODY;
        }
        List<Cidr> blocks = new ArrayList<>();
        for (AddressSetName name : names) {
            set(name).ifPresent(set -> blocks.addAll(set.blocks()));
        }
        return Guests.of(blocks, names.stream().map(name -> "addresses:" + name).toList());
    }

    /** The addresses of a server; none if it is known by a host name alone, or only planned. */
    List<Cidr> addresses(ServerName name) {
        List<Cidr> addresses = new ArrayList<>(2);
        site(name).map(Site::server).filter(server -> !server.planned()).ifPresent(server -> {
            server.host().ip().ifPresent(ip -> addresses.add(Cidr.of(ip.value())));
            server.ipv6().ifPresent(ip -> addresses.add(Cidr.of(ip.value())));
        });
        return addresses;
    }

    /** Whether a container gets out of its networks: one of them is not internal, or it is on none, and so on the engine's own. */
    boolean hasWayOut(Collection<NetworkId> on) {
        return on.isEmpty()
                || on.stream()
                        .anyMatch(id -> !network(id).map(Network::internal).orElse(false));
    }
}
