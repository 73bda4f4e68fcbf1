package kz.tapbot.runtime.memory;

import java.util.Optional;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.runtime.memory.internal.host.Links;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.memory.internal.probe.Inside;
import kz.tapbot.runtime.resource.LinkPath;
import kz.tapbot.runtime.resource.LinkPeer;
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
                .anyMatch(peer -> one.key(peer.key()).equals(other.key(other.link().key())));
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
        Optional<LinkPeer> peer;
        Optional<LinkPath> path;
        Optional<Links.End> here;
        synchronized (machine) {
            if (!new Inside(machine).hasName(from, name)) {
                return Optional.empty();
            }
            here = machine.host().links().all().values().stream()
                    .filter(end -> peer(end, name).isPresent())
                    .findFirst();
            peer = here.flatMap(end -> peer(end, name));
            path = here.flatMap(end -> end.link().paths().stream()
                    .filter(one -> one.permit().from().server().equals(server.name())
                            && one.permit().from().service().value().equals(from)
                            && one.permit().to().server().equals(peer.orElseThrow().server())
                            && Port.tcp(one.permit().port()).equals(port))
                    .findFirst());
        }
        if (here.isEmpty() || peer.isEmpty() || path.isEmpty()) {
            return Optional.of(closed("no link lets " + from + " to " + port + " of " + name));
        }
        ProbeResult answer = answers(here.get().link().name(), peer.get().server());
        return Optional.of(answer.outcome() == Outcome.OPEN
                ? arrive(estate.server(peer.get().server()), here.get().link().name(), path.get())
                : answer);
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

    private static Optional<LinkPeer> peer(Links.End end, String name) {
        return end.link().peers().stream()
                .filter(peer -> peer.name().value().equals(name))
                .findFirst();
    }

    private static ProbeResult closed(String why) {
        return new ProbeResult(Outcome.CLOSED, why);
    }
}
