package kz.tapbot.reach;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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
        if (!caller.networks().isEmpty()) {
            overNetwork(target, asked, caller, trace);
        }
        caller.container().ifPresent(container -> overLink(target, asked, container, trace));
    }

    private static void fromItsServer(Spot target, Optional<Port> asked, Trace trace) {
        Address server = target.server().address();
        for (Port port : ports(target, asked)) {
            Step own = new Step(
                    server, "what runs on " + server + " reaches the addresses of its containers", Optional.empty());
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
        } else if (ports.isEmpty() && asked.isPresent()) {
            trace.closed(new Step(
                    target.address(),
                    target.address() + " is not said to listen on " + asked.get(),
                    target.service().places().declaration()));
        } else {
            NetworkId network = shared.first();
            Optional<Step> joins = caller.container().map(container -> container.on(network));
            if (ports.isEmpty()) {
                // Nobody said on which ports it listens; a network hides none.
                Step on = target.on(network);
                trace.way(
                        Verdict.OPEN,
                        ANY_PORT + target.address(),
                        joins.map(step -> List.of(step, on)).orElse(List.of(on)));
            }
            for (Port port : ports) {
                List<Step> rest = List.of(target.on(network), target.listens(port));
                trace.way(
                        Verdict.OPEN,
                        at(target, port),
                        joins.map(step -> List.of(step, rest.get(0), rest.get(1)))
                                .orElse(rest));
            }
        }
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
