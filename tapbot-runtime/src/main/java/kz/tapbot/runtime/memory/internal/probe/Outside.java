package kz.tapbot.runtime.memory.internal.probe;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.runtime.memory.internal.engine.PortTable;
import kz.tapbot.runtime.memory.internal.host.Host;
import kz.tapbot.runtime.memory.internal.host.Listeners;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/** What of a server is reached from outside: through firewall and bans, publishing and bind address, as long as somebody listens. */
public final class Outside {

    /** An address that no declaration names (RFC 5737, TEST-NET-1). */
    public static final IpAddress ANYBODY = IpAddress.of("192.0.2.77");

    private final Machine machine;

    /** Of that server. */
    public Outside(Machine machine) {
        this.machine = machine;
    }

    /** Whether a port is reached. */
    public ProbeResult reach(Port port, IpAddress from) {
        Host host = machine.host();
        Optional<String> barred = host.barred().stops(from);
        if (barred.isPresent()) {
            return closed(barred.get());
        }
        if (host.jails().bans(from, machine.pulse().now())) {
            return closed("fail2ban has shut out " + from);
        }
        List<PortTable.Held> held = machine.engine().ports().at(port);
        Optional<PortTable.Held> open = held.stream()
                .filter(one -> !one.isLocal() && one.isOpenBy(from.isIpv6()))
                .findFirst();
        if (open.isPresent()) {
            String who = "container " + open.get().container().name();
            return host.firewall().stops(port, from, true).map(this::closed).orElseGet(() -> open(port, who));
        }
        if (held.stream().anyMatch(one -> !one.isLocal())) {
            return closed(port + " is not open on an address of the family of " + from);
        }
        Optional<Listeners.Listener> listener = host.listeners().at(port);
        if (!held.isEmpty() || listener.isPresent() && listener.get().local()) {
            return closed(port + " is open on the loopback address only");
        }
        if (listener.isEmpty()) {
            return closed("nobody listens on " + port);
        }
        return host.firewall()
                .stops(port, from, false)
                .map(this::closed)
                .orElseGet(() -> open(port, listener.get().who()));
    }

    private static ProbeResult open(Port port, String who) {
        return new ProbeResult(Outcome.OPEN, who + " answers on " + port);
    }

    private ProbeResult closed(String why) {
        return new ProbeResult(Outcome.CLOSED, why);
    }
}
