package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.service.Publication;

/**
 * Ways in at a proxy, and as whom it then sees the visitor: that is what its address lists ask for.
 *
 * <p>By IPv4 the engine forwards, and leaves the visitor's address as it is. By IPv6 it hands on by a program of its own where the proxy is on no network with
 * IPv6, and everybody seems to be the server; where it is on one, that depends on the engine (from 27.0 on it forwards, as by IPv4).
 */
final class Entrances {

    private static final Port HTTPS = Port.tcp(443);

    /**
     * A way in.
     *
     * @param steps what opens it
     * @param seen why the proxy sees somebody else, if it does
     * @param as whom it may see
     * @param really who it is, if it may see somebody else
     */
    record Entrance(List<Step> steps, List<Step> seen, List<Seen> as, Optional<Seen> really) {

        Entrance(List<Step> steps, Seen... as) {
            this(steps, List.of(), List.of(as), Optional.empty());
        }

        boolean isListed(Guests guests) {
            return as.stream().anyMatch(one -> one.isAmong(guests));
        }

        /** Whether he is on the list, and nobody whom the proxy may see. */
        boolean isShutOut(Guests guests) {
            return really.filter(one -> one.isAmong(guests)).isPresent() && !isListed(guests);
        }
    }

    /** Somebody with an address of that family. */
    record Seen(Caller caller, boolean ipv6) {

        boolean isAmong(Guests guests) {
            return guests.has(caller, ipv6);
        }
    }

    private final Ground ground;
    private final PortWays ports;
    private final InsideWays inside;

    Entrances(Ground ground, PortWays ports, InsideWays inside) {
        this.ground = ground;
        this.ports = ports;
        this.inside = inside;
    }

    /** All of them; what bars the others is traced. */
    List<Entrance> of(Spot proxy, Caller caller, Trace barred) {
        List<Entrance> all = new ArrayList<>();
        for (Publication publication : pages(proxy)) {
            published(proxy, publication.host(), caller, barred, all);
        }
        if (proxy.service().publications().isEmpty()) {
            barred.closed(new Step(
                    proxy.address(),
                    proxy.address() + ", the proxy, publishes no port",
                    proxy.service().places().declaration()));
        }
        boolean own = caller.host().filter(proxy.server().name()::equals).isPresent();
        if (own || caller.home().isPresent()) {
            beside(proxy, caller, own, barred, all);
        }
        return all;
    }

    /** Where visitors of {@code https://} come to: port 443, if the proxy publishes that; its other ports, such as 80, only send them there. */
    static List<Publication> pages(Spot proxy) {
        List<Publication> tcp = proxy.service().publications().stream()
                .filter(publication -> publication.host().protocol() == Protocol.TCP)
                .toList();
        List<Publication> https = tcp.stream()
                .filter(publication -> publication.host().equals(HTTPS))
                .toList();
        return https.isEmpty() ? tcp : https;
    }

    private void published(Spot proxy, Port port, Caller caller, Trace barred, List<Entrance> all) {
        Optional<Site> site = ground.site(proxy.server().name());
        if (site.isEmpty()) {
            return;
        }
        if (caller.host().filter(proxy.server().name()::equals).isPresent()) {
            follow(site.get(), port, proxy, caller, barred)
                    .ifPresent(steps -> all.add(new Entrance(steps, both(caller, itsServer(proxy, caller)))));
            return;
        }
        Caller seen = caller.towards(proxy.server().name());
        for (boolean ipv6 : PortWays.FAMILIES) {
            if (seen.speaks(ipv6)) {
                follow(site.get(), port, proxy, caller.by(ipv6), barred)
                        .ifPresent(steps ->
                                all.add(ipv6 ? bySix(steps, proxy, seen) : new Entrance(steps, new Seen(seen, false))));
            }
        }
        if (!seen.speaks(false) && !seen.speaks(true)) {
            follow(site.get(), port, proxy, caller, barred);
        }
    }

    private Optional<List<Step>> follow(Site site, Port port, Spot proxy, Caller caller, Trace barred) {
        Trace entrance = new Trace();
        ports.follow(site, port, caller, who -> who.filter(proxy.id()::equals).isPresent(), entrance);
        entrance.closedBy().forEach(barred::closed);
        return entrance.ways().stream().findFirst().map(Way::steps);
    }

    private Entrance bySix(List<Step> steps, Spot proxy, Caller caller) {
        Seen really = new Seen(caller, true);
        Seen instead = instead(proxy, caller);
        if (instead.ipv6()) {
            return new Entrance(steps, List.of(), List.of(really, instead), Optional.of(really));
        }
        Step step = new Step(
                proxy.address(),
                proxy.address() + " is on no network with IPv6, and sees whoever comes by it as "
                        + proxy.server().address(),
                proxy.service().places().of("networks"));
        return new Entrance(steps, List.of(step), List.of(instead), Optional.of(really));
    }

    /** As whom the proxy sees one who comes by IPv6, if it is on no network that has it; else as whom it may see him. */
    Seen instead(Spot proxy, Caller caller) {
        boolean six = proxy.networks().stream()
                .anyMatch(id -> ground.hasWayOut(Set.of(id))
                        && network(id).flatMap(Network::subnetIpv6).isPresent());
        return new Seen(itsServer(proxy, caller), six);
    }

    /** Over a network that both are on, or a link, or from the proxy's own server. */
    private void beside(Spot proxy, Caller caller, boolean own, Trace barred, List<Entrance> all) {
        Trace entrance = new Trace();
        Optional<Port> page = pages(proxy).stream().findFirst().map(publication -> Port.tcp(publication.container()));
        inside.follow(proxy, page, caller, entrance);
        entrance.closedBy().forEach(barred::closed);
        entrance.ways().stream().findFirst().ifPresent(way -> {
            Caller seen = own ? itsServer(proxy, caller) : caller.as(shared(proxy, caller));
            all.add(new Entrance(way.steps(), both(seen)));
        });
    }

    private static Seen[] both(Caller... callers) {
        List<Seen> both = new ArrayList<>();
        for (Caller caller : callers) {
            both.add(new Seen(caller, false));
            both.add(new Seen(caller, true));
        }
        return both.toArray(Seen[]::new);
    }

    /** The addresses of a container in the networks that it shares with the proxy; over a link it is seen as the proxy's server, under one of the link. */
    private List<Cidr> shared(Spot proxy, Caller caller) {
        List<Cidr> blocks = new ArrayList<>();
        for (NetworkId id : proxy.networks()) {
            if (caller.networks().contains(id)) {
                blocks.addAll(network(id).flatMap(Network::subnet).map(List::of).orElse(Blocks.ENGINE_CHOOSES));
                network(id).flatMap(Network::subnetIpv6).ifPresent(blocks::add);
            }
        }
        if (proxy.networks().isEmpty()) {
            blocks.addAll(Blocks.ENGINE_CHOOSES);
        }
        if (blocks.isEmpty()) {
            ground.links(proxy.server().name()).stream().map(Link::subnet).forEach(blocks::add);
        }
        return blocks;
    }

    /** Somebody whom the proxy sees as its server: under the first address of each of its networks. */
    private Caller itsServer(Spot proxy, Caller caller) {
        List<Cidr> first = new ArrayList<>();
        for (NetworkId id : proxy.networks()) {
            first.addAll(network(id)
                    .flatMap(Network::subnet)
                    .map(Entrances::first)
                    .map(List::of)
                    .orElse(Blocks.ENGINE_CHOOSES));
            network(id).flatMap(Network::subnetIpv6).map(Entrances::first).ifPresent(first::add);
        }
        return caller.as(first.isEmpty() ? Blocks.ENGINE_CHOOSES : first);
    }

    private Optional<Network> network(NetworkId id) {
        return ground.network(id);
    }

    private static Cidr first(Cidr block) {
        return Cidr.of(block.address(1).value());
    }
}
