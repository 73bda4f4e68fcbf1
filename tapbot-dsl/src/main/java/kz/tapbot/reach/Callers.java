package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.network.Network;

/** Finds out how packet filters see a source. */
final class Callers {

    private final Ground ground;

    Callers(Ground ground) {
        this.ground = ground;
    }

    /** The source as packet filters see it; nothing, and a step that says why, if it reaches nothing at all. */
    Optional<Caller> of(Source source, Trace trace) {
        if (source instanceof Source.OfAddress one) {
            return Optional.of(outside(source, List.of(Cidr.of(one.address().value()))));
        }
        if (source instanceof Source.OfSet set) {
            List<Cidr> blocks = ground.set(set.set())
                    .map(found -> List.copyOf(found.blocks()))
                    .orElse(List.of());
            if (blocks.isEmpty()) {
                Address address = Address.of("addresses", set.set());
                trace.closed(new Step(address, "no address is in " + address, Optional.empty()));
                return Optional.empty();
            }
            return Optional.of(outside(source, blocks));
        }
        if (source instanceof Source.OfServer server) {
            return server(server, trace);
        }
        if (source instanceof Source.OfService service) {
            return service(service, trace);
        }
        if (source instanceof Source.OfNetwork network) {
            NetworkId id = network.network();
            if (ground.network(id).isEmpty()) {
                trace.closed(Steps.unknown(id.address()));
                return Optional.empty();
            }
            return Optional.of(inside(source, id.server(), Optional.empty(), Set.of(id)));
        }
        return Optional.of(outside(source, List.of()));
    }

    private Optional<Caller> server(Source.OfServer source, Trace trace) {
        Optional<Site> site =
                ground.site(source.server()).filter(found -> !found.server().planned());
        if (site.isEmpty()) {
            trace.closed(new Step(
                    Address.of("server", source.server()),
                    source + " is not there, or only planned",
                    Optional.empty()));
        }
        return site.map(found -> new Caller(
                source,
                Optional.of(found.name()),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                true,
                true,
                true,
                ground.addresses(found.name()),
                List.of()));
    }

    private Optional<Caller> service(Source.OfService source, Trace trace) {
        Optional<Spot> spot = ground.spot(source.service()).filter(Spot::isActive);
        if (spot.isEmpty()) {
            trace.closed(
                    new Step(source.service().address(), source + " is not there, or only planned", Optional.empty()));
        }
        return spot.map(found -> inside(source, found.server().name(), spot, found.networks()));
    }

    /** Somebody who is no part of the estate, with an address of those blocks; with any that nobody knows, if there are none. */
    static Caller outside(Source source, List<Cidr> blocks) {
        return new Caller(
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                true,
                true,
                true,
                blocks,
                List.of());
    }

    /**
     * A container goes out under the IPv4 address of its server, which is what others see. By IPv6 that depends on the engine: its own address
     * before 27.0 and where it is told so, else that of its server.
     */
    private Caller inside(Source source, ServerName server, Optional<Spot> spot, Set<NetworkId> networks) {
        List<Cidr> outer = new ArrayList<>(ground.addresses(server));
        List<Cidr> six = ipv6(
                networks.stream().filter(id -> ground.hasWayOut(Set.of(id))).toList());
        outer.addAll(outer.isEmpty() ? List.of() : six);
        outer.removeIf(block -> block.isIpv6() && six.isEmpty());
        List<Cidr> within = new ArrayList<>(ipv6(networks));
        within.addAll(ipv4(networks));
        return new Caller(
                source,
                Optional.empty(),
                Optional.of(server),
                spot,
                networks,
                ground.hasWayOut(networks),
                true,
                !six.isEmpty(),
                outer,
                within);
    }

    private List<Cidr> ipv4(Collection<NetworkId> networks) {
        List<Cidr> blocks = new ArrayList<>();
        for (NetworkId id : networks) {
            blocks.addAll(
                    ground.network(id).flatMap(Network::subnet).map(List::of).orElse(Blocks.ENGINE_CHOOSES));
        }
        return networks.isEmpty() ? Blocks.ENGINE_CHOOSES : blocks;
    }

    private List<Cidr> ipv6(Collection<NetworkId> networks) {
        return networks.stream()
                .flatMap(id -> ground.network(id).flatMap(Network::subnetIpv6).stream())
                .toList();
    }
}
