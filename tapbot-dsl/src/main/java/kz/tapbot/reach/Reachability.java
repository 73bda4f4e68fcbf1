package kz.tapbot.reach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.service.Publication;

/**
 * Answers who reaches what in a topology, and why. What is only planned reaches nothing and is not reached. Ways go from the source to the
 * target alone: what somebody could do who has taken over a service in between is another question, asked with that service as the source.
 *
 * <p>The answers are those of the declared state. Immutable and safe for use by many threads; making one takes time that grows with the
 * topology, and an answer about as much as the things it is about.
 */
public final class Reachability {

    private final Ground ground;
    private final Callers callers;
    private final PortWays ports;
    private final InsideWays inside;
    private final RouteWays routes;
    private final MaskedLists masked;

    private Reachability(Topology topology) {
        ground = new Ground(topology);
        callers = new Callers(ground);
        ports = new PortWays(ground);
        inside = new InsideWays(ground);
        Entrances entrances = new Entrances(ground, ports, inside);
        routes = new RouteWays(ground, entrances);
        masked = new MaskedLists(ground, entrances);
    }

    /** Of that topology. */
    public static Reachability of(Topology topology) {
        return new Reachability(topology);
    }

    /** Whether the source reaches the target, on which ways, or what stands in between. */
    public Answer ask(Source source, Target target) {
        Trace trace = new Trace();
        callers.of(source, trace).ifPresent(caller -> follow(caller, target, trace));
        return new Answer(source, target, trace.ways(), trace.closedBy());
    }

    /** What of every server is reached from where, as it was declared. */
    public ExposureTable exposure() {
        return new ExposureTable(new Exposures(ground, this).all());
    }

    /** The address lists of pages that do by IPv6 what they do not say, as their proxies see there who comes under another address. */
    public List<MaskedList> maskedLists() {
        return masked.all();
    }

    /** The ports of a server for which anything is declared; none if the server is not there, or only planned. */
    public SortedSet<Port> ports(ServerName server) {
        return ground.site(server).map(Site::ports).map(TreeSet::new).orElseGet(TreeSet::new);
    }

    private void follow(Caller caller, Target target, Trace trace) {
        if (target instanceof Target.Outside) {
            goOut(caller, trace);
        } else if (target instanceof Target.OfServer port) {
            ground.site(port.server())
                    .ifPresentOrElse(
                            site -> ports.follow(site, port.port(), caller, who -> true, trace),
                            () -> trace.closed(Steps.unknown(Address.of("server", port.server()))));
        } else if (target instanceof Target.OfRoute page) {
            routes.routed(page.host(), page.path())
                    .ifPresentOrElse(
                            routed -> routes.follow(routed, caller, trace),
                            () -> trace.closed(new Step(
                                    ground.topology().address(), "no route leads to " + target, Optional.empty())));
        } else if (target instanceof Target.OfService service) {
            ground.spot(service.service())
                    .ifPresentOrElse(
                            spot -> toService(caller, spot, service.port(), trace),
                            () -> trace.closed(Steps.unknown(service.service().address())));
        }
    }

    private void toService(Caller caller, Spot spot, Optional<Port> asked, Trace trace) {
        if (!spot.isActive()) {
            trace.closed(Steps.planned(spot));
            return;
        }
        inside.follow(spot, asked, caller, trace);
        boolean published = false;
        for (Publication publication : spot.service().publications()) {
            Port within = new Port(publication.container(), publication.host().protocol());
            if (asked.isEmpty() || asked.get().equals(within)) {
                published = true;
                ground.site(spot.server().name())
                        .ifPresent(site -> ports.follow(
                                site,
                                publication.host(),
                                caller,
                                who -> who.filter(spot.id()::equals).isPresent(),
                                trace));
            }
        }
        int before = trace.ways().size() + trace.closedBy().size();
        spot.service().routes().stream()
                .filter(route -> asked.isEmpty() || asked.get().equals(Port.tcp(route.port())))
                .forEach(route -> routes.follow(new Ground.Routed(spot, route), caller, trace));
        if (!published && before == trace.ways().size() + trace.closedBy().size()) {
            trace.closed(new Step(
                    spot.address(),
                    spot.address() + " publishes no port"
                            + asked.map(port -> " for " + port).orElse("") + ", and no route leads to it",
                    spot.service().places().declaration()));
        }
    }

    private void goOut(Caller caller, Trace trace) {
        if (!caller.out()) {
            for (NetworkId id : new TreeSet<>(caller.networks())) {
                trace.closed(new Step(
                        id.address(),
                        id.address() + " is internal",
                        ground.network(id).flatMap(network -> network.places().of("internal"))));
            }
            return;
        }
        Step step = caller.networks().stream()
                .filter(id -> ground.hasWayOut(Set.of(id)))
                .sorted()
                .findFirst()
                .map(id -> new Step(
                        id.address(),
                        caller.source() + " is on " + id.address() + ", which has a way out",
                        ground.network(id).map(Network::places).flatMap(places -> places.declaration())))
                .orElseGet(() ->
                        new Step(ground.topology().address(), caller.source() + " has a way out", Optional.empty()));
        trace.way(Verdict.OPEN, "the Internet", List.of(step));
    }
}
