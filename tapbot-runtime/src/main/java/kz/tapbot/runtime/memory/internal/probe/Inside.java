package kz.tapbot.runtime.memory.internal.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.tapbot.model.link.LinkEnd;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.memory.internal.engine.Engine;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.memory.internal.engine.SimNetwork;
import kz.tapbot.runtime.memory.internal.engine.Vitals;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/** What containers of a server reach of each other, and how they are. */
public final class Inside {

    private static final int SECOND = 2;
    private static final IpAddress ON_ENGINES_OWN = IpAddress.of("172.17.0.2");

    private final Machine machine;
    private final Engine engine;

    /** Of that server. */
    public Inside(Machine machine) {
        this.machine = machine;
        engine = machine.engine();
    }

    /** Whether a container is healthy. */
    public ProbeResult healthy(String name) {
        SimContainer container = engine.containers().get(name);
        if (container == null) {
            return closed("there is no container " + name);
        }
        Health health = health(container);
        return health == Health.HEALTHY
                ? new ProbeResult(Outcome.OPEN, name + " is healthy")
                : closed(name + " is " + health.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether a container reaches another of this server by name. */
    public ProbeResult reach(String from, String to, Port port) {
        SimContainer source = engine.containers().get(from);
        if (source == null || !source.runs()) {
            return closed("container " + from + " does not run");
        }
        Optional<SimContainer> target = named(source, to);
        if (target.isEmpty()) {
            return closed(from + " cannot resolve " + to + ": it is on none of its networks");
        }
        return answers(target.get().service(), port)
                ? new ProbeResult(Outcome.OPEN, target.get().name() + " answers on " + port)
                : closed(target.get().name() + " does not listen on " + port + ": connection refused");
    }

    /** Whether a container that runs was given that name of another server. */
    public boolean hasName(String container, String name) {
        SimContainer source = engine.containers().get(container);
        return source != null
                && source.runs()
                && source.made().links().stream()
                        .anyMatch(link -> link.names().contains(name)
                                && engine.networks()
                                        .containsKey(link.end().network().value()));
    }

    /** Whether the container at the end of a link answers there. */
    public ProbeResult answer(LinkEnd end, Port port) {
        return engine.containers().values().stream()
                .filter(container -> container.runs()
                        && container.made().links().stream()
                                .anyMatch(link -> link.end().equals(end)))
                .findFirst()
                .map(target -> answers(target.service(), port)
                        ? new ProbeResult(Outcome.OPEN, target.name() + " answers on " + port)
                        : closed(target.name() + " does not listen on " + port + ": connection refused"))
                .orElseGet(() -> closed("no container is at " + end.address()));
    }

    /** Whether a container that runs has a way out of the server, as far as its networks go. */
    public ProbeResult hasWayOut(String from) {
        SimContainer source = engine.containers().get(from);
        if (source == null || !source.runs()) {
            return closed("container " + from + " does not run");
        }
        boolean out = source.service().networks().isEmpty();
        for (Attachment attachment : source.service().networks()) {
            SimNetwork network =
                    engine.networks().get(attachment.network().network().value());
            out |= network != null && !network.made().internal();
        }
        return out ? new ProbeResult(Outcome.OPEN, "it has a way out") : closed(from + " is on internal networks only");
    }

    /** Whether a container is on a network over which it gets to other servers by IPv6. */
    public boolean hasIpv6(String from) {
        return networks(from).stream()
                .anyMatch(network -> !network.made().internal()
                        && network.made().subnetIpv6().isPresent());
    }

    /** The addresses under which a container comes to its own server: one for each of its networks, or of the engine's own if it is on none. */
    public List<IpAddress> addresses(String from) {
        List<IpAddress> addresses = new ArrayList<>();
        for (SimNetwork network : networks(from)) {
            addresses.add(Cidr.of(network.subnet()).address(SECOND));
            network.made().subnetIpv6().ifPresent(block -> addresses.add(block.address(SECOND)));
        }
        return addresses.isEmpty() ? List.of(ON_ENGINES_OWN) : addresses;
    }

    private List<SimNetwork> networks(String container) {
        SimContainer source = engine.containers().get(container);
        return source == null
                ? List.of()
                : source.service().networks().stream()
                        .map(attachment -> engine.networks()
                                .get(attachment.network().network().value()))
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** Whether two containers share a network that is there. */
    boolean shareNetwork(SimContainer one, SimContainer other) {
        return one.service().networks().stream()
                .anyMatch(attachment -> engine.networks()
                                .containsKey(attachment.network().network().value())
                        && other.service().networks().stream()
                                .anyMatch(its -> its.network().equals(attachment.network())));
    }

    Health health(SimContainer container) {
        return Vitals.health(
                container,
                engine.images().behaviour(container.service().image()),
                machine.pulse().now());
    }

    /** An address of ours by name, as a container may give it. */
    public static Optional<IpAddress> address(String text) {
        try {
            return Optional.of(IpAddress.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<SimContainer> named(SimContainer source, String name) {
        return engine.containers().values().stream()
                .filter(SimContainer::runs)
                .filter(container -> container.name().equals(name) || hasAlias(container, name))
                .filter(container -> shareNetwork(source, container))
                .findFirst();
    }

    private static boolean hasAlias(SimContainer container, String name) {
        return container.service().name().value().equals(name)
                || container.service().networks().stream()
                        .anyMatch(attachment -> attachment.aliases().contains(name));
    }

    private static boolean answers(Service service, Port port) {
        return service.listens().contains(port)
                || service.publications().stream()
                        .anyMatch(publication -> publication.container() == port.number()
                                && publication.host().protocol() == port.protocol())
                || service.routes().stream()
                        .anyMatch(route -> Port.tcp(route.port()).equals(port));
    }

    private static ProbeResult closed(String why) {
        return new ProbeResult(Outcome.CLOSED, why);
    }
}
