package kz.tapbot.reach;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.net.Port;

/** Ways to a service that lead over no port of a server: container networks, links between servers, and from the server it runs on. */
final class InsideWays {

    static final String ANY_PORT = "every port of ";

    private final Ground ground;

    InsideWays(Ground ground) {
        this.ground = ground;
    }

    /** Ways to one port of the service, or to any. */
    void follow(Spot target, Optional<Port> asked, Caller caller, Trace trace) {
        if (caller.host().filter(target.id().server()::equals).isPresent()) {
            fromItsServer(target, asked, trace);
        }
        Optional<Spot> beside = caller.container().filter(container -> meetOnEnginesOwn(container, target));
        if (beside.isPresent()) {
            open(target, asked, beside.map(InsideWays::onEnginesOwn), onEnginesOwn(target), trace);
        } else if (caller.home().isPresent()) {
            overNetwork(target, asked, caller, trace);
        }
        caller.container().ifPresent(container -> overLink(target, asked, container, trace));
    }

    private static void fromItsServer(Spot target, Optional<Port> asked, Trace trace) {
        Address server = target.server().address();
        Step own = new Step(
                server, "what runs on " + server + " reaches the addresses of its containers", Optional.empty());
        if (target.speaks().isEmpty()) {
            trace.way(Verdict.OPEN, ANY_PORT + target.address(), List.of(own));
        }
        for (Port port : ports(target, asked)) {
            trace.way(Verdict.OPEN, at(target, port), List.of(own, target.listens(port)));
        }
    }

    private void overNetwork(Spot target, Optional<Port> asked, Caller caller, Trace trace) {
        SortedSet<NetworkId> shared = new TreeSet<>(target.networks());
        shared.retainAll(caller.networks());
        SortedSet<Port> ports = ports(target, asked);
        if (shared.isEmpty()) {
            trace.closed(new Step(
                    target.address(),
                    caller.source() + " shares no network with " + target.address(),
                    target.service().places().declaration()));
        } else if (ports.isEmpty() && !target.speaks().isEmpty()) {
            trace.closed(new Step(
                    target.address(),
                    target.address() + " is not said to listen on "
                            + asked.map(Port::toString).orElse("any port"),
                    target.service().places().declaration()));
        } else {
            NetworkId network = shared.first();
            Optional<Step> joins = caller.container().map(container -> container.on(network));
            open(target, asked, joins, target.on(network), trace);
        }
    }

    /** Over a network that both are on, as the steps say. Of whom nobody said on which ports it listens, a network hides none. */
    private static void open(Spot target, Optional<Port> asked, Optional<Step> joins, Step on, Trace trace) {
        List<Step> both = Stream.concat(joins.stream(), Stream.of(on)).toList();
        if (target.speaks().isEmpty()) {
            trace.way(Verdict.OPEN, ANY_PORT + target.address(), both);
        }
        for (Port port : ports(target, asked)) {
            List<Step> steps = Stream.concat(both.stream(), Stream.of(target.listens(port)))
                    .toList();
            trace.way(Verdict.OPEN, at(target, port), steps);
        }
    }

    private static boolean meetOnEnginesOwn(Spot one, Spot other) {
        return one.networks().isEmpty()
                && other.networks().isEmpty()
                && one.id().server().equals(other.id().server());
    }

    private static Step onEnginesOwn(Spot spot) {
        return new Step(
                spot.address(),
                spot.address() + " is on no network that is declared, and so on the engine's own",
                spot.service().places().declaration());
    }

    private void overLink(Spot target, Optional<Port> asked, Spot container, Trace trace) {
        for (Ground.Permitted permitted : ground.permitsTo(target.id())) {
            Port port = Port.tcp(permitted.permit().port());
            boolean asks = asked.isEmpty() || asked.get().equals(port);
            if (asks && permitted.permit().from().equals(container.id()) && joins(permitted, target, container)) {
                String setting = "permits." + container.id() + " to " + target.id() + " " + port.number();
                Step step = Step.of(
                        permitted.link().address(),
                        permitted.link().address() + " lets " + container.address() + " reach " + port + " of "
                                + target.address(),
                        permitted.link().places(),
                        setting);
                trace.way(Verdict.OPEN, at(target, port), List.of(step));
            }
        }
    }

    private static boolean joins(Ground.Permitted permitted, Spot one, Spot other) {
        return permitted.link().servers().contains(one.server().name())
                && permitted.link().servers().contains(other.server().name());
    }

    private static SortedSet<Port> ports(Spot target, Optional<Port> asked) {
        SortedSet<Port> ports = target.speaks();
        asked.ifPresent(only -> ports.removeIf(port -> !port.equals(only)));
        return ports;
    }

    private static String at(Spot target, Port port) {
        return port + " of " + target.address();
    }
}
