package kz.tapbot.runtime.docker.internal.probe;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.docker.internal.keep.Connecting;
import kz.tapbot.runtime.docker.internal.link.ContainerList;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.observe.Vitals;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.internal.access.Knocking;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/** Answers probes on a real engine: from inside containers by a small program in their network, from outside by connecting from here. */
public final class EngineProbes {

    private static final Set<String> OF_THE_ENGINE = Set.of("service", "container");

    private final Engine engine;
    private final Server server;

    /** Of that engine, on that server. */
    public EngineProbes(Engine engine, Server server) {
        this.engine = engine;
        this.server = server;
    }

    /** Asks. */
    public ProbeResult ask(Probe probe) {
        if (probe instanceof Probe.Healthy healthy) {
            return healthy(healthy.container());
        }
        if (probe instanceof Probe.FromContainer inside) {
            return inside(inside);
        }
        if (probe instanceof Probe.FromOutside outside) {
            return outside(outside);
        }
        if (probe instanceof Probe.Visit visit) {
            return new Visits(server).visit(visit);
        }
        return new ProbeResult(Outcome.UNKNOWN, "it is beside the engine, where this driver does not look");
    }

    private ProbeResult healthy(String name) {
        Optional<InspectContainerResponse> found = find(name);
        if (found.isEmpty()) {
            return new ProbeResult(Outcome.CLOSED, "there is no container " + name);
        }
        Health health = Vitals.health(found.get());
        if (health == Health.STARTING && Vitals.isReady(engine, found.get())) {
            return new ProbeResult(Outcome.OPEN, name + " passes its check, which its engine has yet to run");
        }
        return new ProbeResult(
                health == Health.HEALTHY ? Outcome.OPEN : Outcome.CLOSED,
                name + " is " + health.name().toLowerCase(java.util.Locale.ROOT));
    }

    private ProbeResult inside(Probe.FromContainer probe) {
        if (probe.about().kind().equals("link")) {
            return new ProbeResult(Outcome.UNKNOWN, "links are beside the engine, where this driver does not look");
        }
        Optional<InspectContainerResponse> from = find(probe.from());
        if (from.isEmpty() || !Boolean.TRUE.equals(from.get().getState().getRunning())) {
            return new ProbeResult(
                    Outcome.UNKNOWN, probe.from() + " does not run, so that nothing can be tried from it");
        }
        if (probe.port().protocol() != Protocol.TCP) {
            return new ProbeResult(Outcome.UNKNOWN, "only TCP is tried from inside containers");
        }
        Optional<InetAddress> address = address(from.get(), probe.to());
        if (address.isEmpty()) {
            return new ProbeResult(Outcome.CLOSED, probe.from() + " knows nobody called " + probe.to());
        }
        boolean open = Connecting.from(
                engine,
                from.get().getId(),
                new InetSocketAddress(address.get(), probe.port().number()));
        return new ProbeResult(
                open ? Outcome.OPEN : Outcome.CLOSED,
                probe.from() + (open ? " reaches " : " does not reach ") + probe.to() + " on " + probe.port());
    }

    /** The address that a name stands for on the networks of a container: what the engine's own name server would answer. */
    private Optional<InetAddress> address(InspectContainerResponse from, String name) {
        if (name.matches("[0-9.]+|[0-9a-f:]+:[0-9a-f:.]*")) {
            return parse(name);
        }
        String[] given = from.getHostConfig().getExtraHosts();
        if (given != null) {
            for (String host : given) {
                if (host.startsWith(name + ":")) {
                    return parse(host.substring(name.length() + 1));
                }
            }
        }
        Set<String> networks = networks(from).keySet();
        return ContainerList.running(engine).stream()
                .map(container -> find(container.getId()))
                .flatMap(Optional::stream)
                .flatMap(other -> networks(other).entrySet().stream()
                        .filter(entry -> networks.contains(entry.getKey()))
                        .filter(entry -> names(other, entry.getValue()).contains(name))
                        .map(entry -> entry.getValue().getIpAddress()))
                .filter(address -> address != null && !address.isEmpty())
                .findFirst()
                .flatMap(EngineProbes::parse);
    }

    private static Set<String> names(InspectContainerResponse container, ContainerNetwork network) {
        Set<String> names = new TreeSet<>(network.getAliases() == null ? List.of() : network.getAliases());
        names.add(container.getName().substring(container.getName().indexOf('/') + 1));
        return names;
    }

    private static Map<String, ContainerNetwork> networks(InspectContainerResponse container) {
        return container.getNetworkSettings() == null
                ? Map.of()
                : container.getNetworkSettings().getNetworks();
    }

    private static Optional<InetAddress> parse(String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private ProbeResult outside(Probe.FromOutside probe) {
        if (!OF_THE_ENGINE.contains(probe.about().kind())) {
            return new ProbeResult(
                    Outcome.UNKNOWN, probe.about() + " is beside the engine, where this driver does not look");
        }
        if (probe.from().isPresent()) {
            return new ProbeResult(
                    Outcome.UNKNOWN, "nothing can be tried from " + probe.from().get() + " here");
        }
        return Knocking.at(server.host(), probe.port());
    }

    private Optional<InspectContainerResponse> find(String name) {
        return engine.find(
                "Looking at container " + name,
                () -> engine.client().inspectContainerCmd(name).exec());
    }
}
