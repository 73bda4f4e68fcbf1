package kz.tapbot.runtime.memory;

import java.util.Optional;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.runtime.memory.internal.host.Links;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.memory.internal.probe.Inside;
import kz.tapbot.runtime.resource.LinkPath;
import kz.tapbot.runtime.resource.LinkResource;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/** What is reached over links; one server's monitor is held at a time. */
final class LinkVantage {

    private final MemoryEstate estate;
    private final MemoryServer server;

    LinkVantage(MemoryEstate estate, MemoryServer server) {
        this.estate = estate;
        this.server = server;
    }

    /** Whether an address is inside a link that the server is on, where nobody gets by address alone. */
    boolean isInside(IpAddress address) {
        Machine machine = server.machine();
        synchronized (machine) {
            return machine.host().links().all().values().stream()
                    .anyMatch(end -> end.link().subnet().contains(address));
        }
    }

    /** Whether the other server knows our key, and we its. */
    ProbeResult answers(LinkName link, ServerName peer) {
        Optional<Links.End> here = end(server, link);
        Optional<Links.End> there = end(estate.server(peer), link);
        if (here.isEmpty() || there.isEmpty()) {
            return closed("link " + link + " is not up on both servers");
        }
        boolean known = knows(here.get(), there.get()) && knows(there.get(), here.get());
        return known
                ? new ProbeResult(Outcome.OPEN, peer + " answers over link " + link)
                : closed(peer + " does not answer over link " + link + ": one does not know the other's key");
    }

    private static boolean knows(Links.End one, Links.End other) {
        return one.link().peers().stream()
                .filter(peer -> peer.server().equals(other.link().server()))
                .anyMatch(peer ->
                        one.key(peer.key()).equals(other.key(other.link().key())));
    }

    private static Optional<Links.End> end(MemoryServer server, LinkName link) {
        Machine machine = server.machine();
        synchronized (machine) {
            return machine.host().links().at(link);
        }
    }

    /** Whether a container reaches a port by the name of a server inside a link; nothing if it has no such name. */
    Optional<ProbeResult> reach(String from, String name, Port port) {
        Machine machine = server.machine();
        Optional<Way> way;
        synchronized (machine) {
            if (!new Inside(machine).hasName(from, name)) {
                return Optional.empty();
            }
            way = machine.host().links().all().values().stream()
                    .flatMap(end -> end.link().paths().stream()
                            .filter(path -> leads(end.link(), path, from, name, port))
                            .map(path -> new Way(end.link().name(), path)))
                    .findFirst();
        }
        if (way.isEmpty()) {
            return Optional.of(closed("no link lets " + from + " to " + port + " of " + name));
        }
        LinkPath path = way.get().path();
        ServerName peer = path.permit().to().server();
        ProbeResult answer = answers(way.get().link(), peer);
        return Optional.of(
                answer.outcome() == Outcome.OPEN
                        ? arrive(estate.server(peer), way.get().link(), path)
                        : answer);
    }

    private record Way(LinkName link, LinkPath path) {}

    private boolean leads(LinkResource link, LinkPath path, String from, String name, Port port) {
        LinkPermit permit = path.permit();
        boolean named = permit.to().service().value().equals(name)
                || link.peers().stream()
                        .anyMatch(peer -> peer.server().equals(permit.to().server())
                                && peer.name().value().equals(name));
        return named
                && permit.from().server().equals(server.name())
                && permit.from().service().value().equals(from)
                && Port.tcp(permit.port()).equals(port);
    }

    private static ProbeResult arrive(MemoryServer there, LinkName link, LinkPath path) {
        Machine machine = there.machine();
        synchronized (machine) {
            boolean lets = machine.host().links().at(link).stream()
                    .anyMatch(end -> end.link().paths().contains(path));
            if (!lets) {
                return closed(there.name() + " lets " + path.permit().from() + " nowhere");
            }
            Port port = Port.tcp(path.permit().port());
            return machine.host()
                    .firewall()
                    .stops(port, path.from().address(), true)
                    .map(LinkVantage::closed)
                    .orElseGet(() -> new Inside(machine).answer(path.to(), port));
        }
    }

    private static ProbeResult closed(String why) {
        return new ProbeResult(Outcome.CLOSED, why);
    }
}
