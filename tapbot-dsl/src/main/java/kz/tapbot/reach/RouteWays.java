package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Route;

/** Ways to a page: in at the proxy, past its address lists and its login, and on over a network that it shares with the service. */
final class RouteWays {

    private final Ground ground;
    private final Entrances entrances;

    RouteWays(Ground ground, Entrances entrances) {
        this.ground = ground;
        this.entrances = entrances;
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
        if (!meet(routed.spot(), proxy.get())) {
            trace.closed(new Step(
                    routed.spot().address(),
                    proxy.get().address() + ", the proxy, shares no network with "
                            + routed.spot().address(),
                    route.places().declaration()));
            return;
        }
        Trace barred = new Trace();
        List<Entrances.Entrance> all = entrances.of(proxy.get(), caller, barred);
        if (all.isEmpty()) {
            barred.closedBy().forEach(trace::closed);
        }
        pass(routed, all, trace);
    }

    /** Whether the proxy finds a way to the service. */
    static boolean meet(Spot service, Spot proxy) {
        return service.networks().stream().anyMatch(proxy.networks()::contains);
    }

    private void pass(Ground.Routed routed, List<Entrances.Entrance> all, Trace trace) {
        Route route = routed.route();
        Guests guests = ground.guests(route.openTo());
        Step step = step(routed, guests);
        for (Entrances.Entrance entrance : all) {
            if (entrance.isListed(guests)) {
                List<Step> steps = new ArrayList<>(entrance.steps());
                steps.addAll(guests.everybody() ? List.of() : entrance.seen());
                steps.add(step);
                Verdict verdict = route.login().kind() == LoginKind.NOBODY ? Verdict.OPEN : Verdict.LOGIN;
                trace.way(verdict, page(route), steps);
                return;
            }
        }
        for (Entrances.Entrance entrance : all) {
            trace.closed(step);
            if (entrance.isShutOut(guests)) {
                entrance.seen().forEach(trace::closed);
            }
        }
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
