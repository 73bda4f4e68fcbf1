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
            return links.isInside(own.to()) ? closed("a link is for services only") : elsewhere(own.to(), own.port());
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
            if (address.filter(server::hasAddress).isPresent()) {
                return atHome(inside, probe, address.get());
            }
            own = address.isEmpty()
                    ? inside.reach(probe.from(), probe.to(), probe.port())
                    : inside.hasWayOut(probe.from());
            if (address.filter(IpAddress::isIpv6).isPresent() && !inside.hasIpv6(probe.from())) {
                own = closed(probe.from() + " is on no network with IPv6 and a way out");
            }
        }
        if (address.isEmpty() || own.outcome() != ProbeResult.Outcome.OPEN) {
            return own;
        }
        return links.isInside(address.get())
                ? closed("a link lets nobody to " + address.get() + " who has no name for it")
                : elsewhere(address.get(), probe.port());
    }

    /** A container comes to its own server under its own addresses, whatever its networks; only what others publish is kept from internal ones, by IPv4. */
    private ProbeResult atHome(Inside inside, Probe.FromContainer probe, IpAddress to) {
        Machine machine = server.machine();
        ProbeResult result = inside.hasWayOut(probe.from());
        boolean published = !machine.engine().ports().at(probe.port()).isEmpty();
        if (result.outcome() != ProbeResult.Outcome.OPEN && published && !to.isIpv6()) {
            return result;
        }
        result = closed(probe.from() + " has no address of the family of " + to);
        for (IpAddress from : inside.addresses(probe.from())) {
            if (from.isIpv6() == to.isIpv6() && result.outcome() != ProbeResult.Outcome.OPEN) {
                result = new Outside(machine).reach(probe.port(), from);
            }
        }
        return result;
    }

    private static ProbeResult closed(String why) {
        return new ProbeResult(ProbeResult.Outcome.CLOSED, why);
    }

    private ProbeResult elsewhere(IpAddress address, Port port) {
        Optional<MemoryServer> other = estate.at(address);
        if (other.isEmpty()) {
            return new ProbeResult(ProbeResult.Outcome.UNKNOWN, address + " is no server of this estate");
        }
        Optional<IpAddress> sender = server.addressTowards(address);
        return sender.isEmpty()
                ? closed(server.name() + " has no address of the family of " + address)
                : reach(other.get(), port, sender.get());
    }

    private static ProbeResult reach(MemoryServer server, Port port, IpAddress from) {
        Machine machine = server.machine();
        synchronized (machine) {
            return new Outside(machine).reach(port, from);
        }
    }
}
