package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Route;

/** Makes the table of what is reached: asks of every declared entrance whether the Internet reaches it, or else which of those it names. */
final class Exposures {

    private final Ground ground;
    private final Reachability reachability;
    private final List<Exposure> rows = new ArrayList<>();

    Exposures(Ground ground, Reachability reachability) {
        this.ground = ground;
        this.reachability = reachability;
    }

    List<Exposure> all() {
        for (Server server : ground.topology().servers()) {
            ground.site(server.name()).filter(site -> !server.planned()).ifPresent(this::ports);
            server.services().stream()
                    .map(service -> ground.spot(server, service))
                    .filter(Spot::isActive)
                    .forEach(this::pages);
            server.services().stream()
                    .map(service -> ground.spot(server, service))
                    .filter(Spot::isActive)
                    .forEach(this::within);
        }
        return rows;
    }

    private void ports(Site site) {
        Set<Source> ofAll = new LinkedHashSet<>(sets(site.server().administeredFrom()));
        site.server().open().forEach(rule -> ofAll.addAll(sets(rule.from())));
        site.server().hostServices().forEach(service -> ofAll.addAll(sets(service.openTo())));
        for (Port port : site.ports()) {
            Set<Source> named = new LinkedHashSet<>();
            site.published(port)
                    .forEach(one -> named.addAll(sets(one.publication().from())));
            named.addAll(ofAll);
            ground.links(site.name()).stream()
                    .filter(link -> port.equals(Port.udp(link.port())))
                    .flatMap(link -> link.servers().stream())
                    .filter(peer -> !peer.equals(site.name()))
                    .forEach(peer -> named.add(Source.server(peer)));
            Address leadsTo = site.published(port).isEmpty()
                    ? site.opened(port).get(0).about()
                    : site.published(port).get(0).spot().address();
            ask(site.server(), Target.port(site.name(), port), leadsTo, named);
        }
    }

    private void pages(Spot spot) {
        for (Route route : spot.service().routes()) {
            Set<Source> named = new LinkedHashSet<>(sets(route.openTo()));
            ground.spot(route.proxy())
                    .ifPresent(proxy -> proxy.service().publications().forEach(one -> named.addAll(sets(one.from()))));
            ask(spot.server(), Target.route(route.host(), route.path()), spot.address(), named);
        }
    }

    /** What others of its networks and over links reach; a network with nobody else on it is not listed. */
    private void within(Spot spot) {
        for (NetworkId network : new TreeSet<>(spot.networks())) {
            if (ground.members(network) > 1 && ground.network(network).isPresent()) {
                if (spot.speaks().isEmpty()) {
                    within(spot, network, InsideWays.ANY_PORT + spot.address(), List.of(spot.on(network)));
                }
                for (Port port : spot.speaks()) {
                    within(
                            spot,
                            network,
                            port + " of " + spot.address(),
                            List.of(spot.on(network), spot.listens(port)));
                }
            }
        }
        for (Ground.Permitted permitted : ground.permitsTo(spot.id())) {
            Port port = Port.tcp(permitted.permit().port());
            Source from = Source.service(permitted.permit().from());
            row(spot.server(), reachability.ask(from, Target.service(spot.id(), port)), spot.address());
        }
    }

    private void within(Spot spot, NetworkId network, String at, List<Step> steps) {
        Source from = Source.network(network);
        rows.add(new Exposure(spot.server().name(), at, spot.address(), from, Verdict.OPEN, steps));
    }

    private void ask(Server server, Target target, Address leadsTo, Collection<Source> named) {
        Answer internet = reachability.ask(Source.INTERNET, target);
        if (internet.isReached()) {
            row(server, internet, leadsTo);
            return;
        }
        named.forEach(source -> row(server, reachability.ask(source, target), leadsTo));
    }

    private void row(Server server, Answer answer, Address leadsTo) {
        answer.ways().stream()
                .findFirst()
                .ifPresent(way -> rows.add(new Exposure(
                        server.name(), way.at(), leadsTo, answer.source(), answer.verdict(), way.steps())));
    }

    private static List<Source> sets(Collection<AddressSetName> names) {
        return names.stream().map(Source::addresses).toList();
    }
}
