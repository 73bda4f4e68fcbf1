package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;

/** Ways to a page: in at the proxy, past its address lists and its login, and on over a network that it shares with the service. */
final class RouteWays {

    private static final int HTTPS = 443;

    private final Ground ground;
    private final PortWays ports;
    private final InsideWays inside;

    RouteWays(Ground ground, PortWays ports, InsideWays inside) {
        this.ground = ground;
        this.ports = ports;
        this.inside = inside;
    }

    /** The route that answers for a page: of those that cover its path the one with the longest. */
    Optional<Ground.Routed> routed(HostName host, String path) {
        Optional<Ground.Routed> best = ground.route(host, path);
        for (int end = path.length(); best.isEmpty() && end > 0; end--) {
            if (path.charAt(end - 1) == '/') {
                String shorter = path.substring(0, end - 1);
                best = ground.route(host, path.substring(0, end)).or(() -> ground.route(host, shorter));
            }
        }
        return best.or(() -> ground.route(host, "/"));
    }

    void follow(Ground.Routed routed, Caller caller, Trace trace) {
        Route route = routed.route();
        Optional<Spot> proxy = ground.spot(route.proxy()).filter(Spot::isActive);
        if (proxy.isEmpty()) {
            trace.closed(new Step(
                    route.proxy().address(),
                    route.proxy().address() + ", the proxy, does not run",
                    route.places().declaration()));
            return;
        }
        Optional<NetworkId> shared = routed.spot().networks().stream()
                .filter(proxy.get().networks()::contains)
                .sorted()
                .findFirst();
        if (shared.isEmpty()) {
            trace.closed(new Step(
                    routed.spot().address(),
                    proxy.get().address() + ", the proxy, shares no network with "
                            + routed.spot().address(),
                    route.places().declaration()));
            return;
        }
        Trace entrance = new Trace();
        boolean within = enter(proxy.get(), caller, entrance);
        entrance.closedBy().forEach(trace::closed);
        if (!entrance.ways().isEmpty()) {
            pass(routed, caller, within, entrance.ways().get(0).steps(), trace);
        }
    }

    /** Comes in where the proxy is published, or over a network that is shared with it; whether it was the latter. */
    private boolean enter(Spot proxy, Caller caller, Trace entrance) {
        Optional<Site> site = ground.site(proxy.server().name());
        List<Publication> httpsFirst = new ArrayList<>(proxy.service().publications());
        httpsFirst.sort(Comparator.comparing(publication -> publication.host().number() != HTTPS));
        for (Publication publication : httpsFirst) {
            if (publication.host().protocol() == Protocol.TCP && site.isPresent()) {
                ports.follow(
                        site.get(),
                        publication.host(),
                        caller,
                        who -> who.filter(proxy.id()::equals).isPresent(),
                        entrance);
            }
        }
        if (!entrance.ways().isEmpty()) {
            return false;
        }
        if (proxy.service().publications().isEmpty()) {
            entrance.closed(new Step(
                    proxy.address(),
                    proxy.address() + ", the proxy, publishes no port",
                    proxy.service().places().declaration()));
        }
        if (!caller.networks().isEmpty()) {
            inside.follow(proxy, Optional.empty(), caller, entrance);
        }
        return true;
    }

    private void pass(Ground.Routed routed, Caller caller, boolean within, List<Step> entered, Trace trace) {
        Route route = routed.route();
        Guests guests = ground.guests(route.openTo());
        Step step = step(routed, guests);
        Caller seen = caller.towards(route.proxy().server());
        boolean listed = guests.everybody()
                || !within && (guests.has(seen, false) || guests.has(seen, true))
                || guests.blocks().stream().anyMatch(block -> block.prefixLength() == 0);
        if (!listed) {
            trace.closed(step);
            return;
        }
        List<Step> steps = new ArrayList<>(entered);
        steps.add(step);
        trace.way(route.login().kind() == LoginKind.NOBODY ? Verdict.OPEN : Verdict.LOGIN, page(route), steps);
    }

    private static Step step(Ground.Routed routed, Guests guests) {
        Route route = routed.route();
        Address service = routed.spot().address();
        String asks = switch (route.login().kind()) {
            case OWN -> ", which asks for a login";
            case PROXY -> " after asking for a login";
            case NOBODY -> ", and nobody asks for a login";
        };
        String text = route.proxy().address() + " passes " + page(route) + " on to " + Port.tcp(route.port()) + " of "
                + service + (guests.everybody() ? "" : " for " + guests) + asks;
        Optional<DeclaredAt> place = route.places()
                .declaration()
                .or(() -> routed.spot().service().places().of("routes." + route.host() + route.path()));
        return new Step(service, text, place);
    }

    static String page(Route route) {
        return "https://" + route.host() + (route.path().equals("/") ? "" : route.path());
    }
}
