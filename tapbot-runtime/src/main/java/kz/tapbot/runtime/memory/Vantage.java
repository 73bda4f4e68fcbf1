package kz.tapbot.runtime.memory;

import java.util.Optional;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.memory.internal.probe.Inside;
import kz.tapbot.runtime.memory.internal.probe.Outside;
import kz.tapbot.runtime.memory.internal.probe.Visits;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;

/** Answers probes; one server's monitor is held at a time. */
final class Vantage {

    private final MemoryEstate estate;
    private final MemoryServer server;
    private final LinkVantage links;

    Vantage(MemoryEstate estate, MemoryServer server) {
        this.estate = estate;
        this.server = server;
        this.links = new LinkVantage(estate, server);
    }

    ProbeResult ask(Probe probe) {
        if (probe instanceof Probe.FromOutside outside) {
            IpAddress from = outside.from().map(IpAddress::of).orElse(Outside.ANYBODY);
            return reach(server, outside.port(), from);
        }
        if (probe instanceof Probe.FromContainer container) {
            return ask(container);
        }
        if (probe instanceof Probe.OverLink over) {
            return links.answers(over.link(), over.peer());
        }
        if (probe instanceof Probe.FromServer own) {
            return links.isInside(own.to())
                    ? new ProbeResult(ProbeResult.Outcome.CLOSED, "a link is for services only")
                    : elsewhere(own.to(), own.port());
        }
        Machine machine = server.machine();
        synchronized (machine) {
            if (probe instanceof Probe.Visit visit) {
                return new Visits(machine).visit(visit.host(), visit.path());
            }
            Probe.Healthy healthy = (Probe.Healthy) probe;
            return new Inside(machine).healthy(healthy.container());
        }
    }

    private ProbeResult ask(Probe.FromContainer probe) {
        Optional<ProbeResult> linked = links.reach(probe.from(), probe.to(), probe.port());
        if (linked.isPresent()) {
            return linked.get();
        }
        Machine machine = server.machine();
        Optional<IpAddress> address = Inside.address(probe.to());
        ProbeResult own;
        synchronized (machine) {
            Inside inside = new Inside(machine);
            own = address.isEmpty()
                    ? inside.reach(probe.from(), probe.to(), probe.port())
                    : inside.hasWayOut(probe.from());
        }
        if (address.isEmpty() || own.outcome() != ProbeResult.Outcome.OPEN) {
            return own;
        }
        return links.isInside(address.get())
                ? new ProbeResult(
                        ProbeResult.Outcome.CLOSED,
                        "a link lets nobody to " + address.get() + " who has no name for it")
                : elsewhere(address.get(), probe.port());
    }

    private ProbeResult elsewhere(IpAddress address, Port port) {
        Optional<MemoryServer> other = estate.at(address);
        if (other.isEmpty()) {
            return new ProbeResult(ProbeResult.Outcome.UNKNOWN, address + " is no server of this estate");
        }
        Optional<IpAddress> sender = server.addressTowards(address);
        return sender.isEmpty()
                ? new ProbeResult(
                        ProbeResult.Outcome.CLOSED, server.name() + " has no address of the family of " + address)
                : reach(other.get(), port, sender.get());
    }

    private static ProbeResult reach(MemoryServer server, Port port, IpAddress from) {
        Machine machine = server.machine();
        synchronized (machine) {
            return new Outside(machine).reach(port, from);
        }
    }
}
