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

    Vantage(MemoryEstate estate, MemoryServer server) {
        this.estate = estate;
        this.server = server;
    }

    ProbeResult ask(Probe probe) {
        if (probe instanceof Probe.FromOutside outside) {
            IpAddress from = outside.from().map(IpAddress::of).orElse(Outside.ANYBODY);
            return reach(server, outside.port(), from);
        }
        if (probe instanceof Probe.FromContainer container) {
            return ask(container);
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
        Optional<MemoryServer> other = estate.at(address.get());
        if (other.isEmpty()) {
            return new ProbeResult(ProbeResult.Outcome.UNKNOWN, address.get() + " is no server of this estate");
        }
        Optional<IpAddress> sender = server.addressTowards(address.get());
        return sender.isEmpty()
                ? new ProbeResult(
                        ProbeResult.Outcome.CLOSED, server.name() + " has no address of the family of " + address.get())
                : reach(other.get(), probe.port(), sender.get());
    }

    private static ProbeResult reach(MemoryServer server, Port port, IpAddress from) {
        Machine machine = server.machine();
        synchronized (machine) {
            return new Outside(machine).reach(port, from);
        }
    }
}
