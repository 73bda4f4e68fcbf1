package kz.tapbot.runtime.memory;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.host.result.Surveyed;
import kz.tapbot.runtime.memory.internal.machine.Gate;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.memory.internal.observe.Found;
import kz.tapbot.runtime.memory.internal.observe.Portrait;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/** A simulated server: what a person at its console could see and do, and what can be made to go wrong on it. */
public final class MemoryServer {

    private final MemoryEstate estate;
    private final Machine machine;
    private final Gate gate = new Gate();
    private final Entrance entrance;
    private final Set<IpAddress> addresses = new TreeSet<>();

    MemoryServer(MemoryEstate estate, ServerName name) {
        this.estate = estate;
        machine = new Machine(name, estate.clock().nanos());
        entrance = new Entrance(machine);
    }

    /** Its name. */
    public ServerName name() {
        return machine.name();
    }

    /** What a person at the console sees and does on the host. */
    public MemoryHost host() {
        return new MemoryHost(machine);
    }

    /** What a person at the console sees and does with the container engine. */
    public MemoryEngine engine() {
        return new MemoryEngine(machine);
    }

    /** What goes wrong on it. */
    public Faults faults() {
        return new Faults(machine, entrance);
    }

    /** Sets where an apply is interrupted, counted on this server alone. */
    public Interruptions interruptions() {
        return new Interruptions(gate);
    }

    /** What was done on this server. */
    public Recorder recorder() {
        return new Recorder(gate);
    }

    /** Restarts it: sessions end, the lock vanishes, what was not persisted is gone, and what was not confirmed is taken back. */
    public void reboot() {
        synchronized (machine) {
            machine.reboot();
        }
    }

    /** Its state as text, see {@link MemoryEstate#fingerprint()}. */
    public String fingerprint() {
        synchronized (machine) {
            machine.undo().tick();
            return new Portrait(machine).text();
        }
    }

    /**
     * Reads it as it stands, whoever made it so: its firewall, people, sshd and upkeep, and the containers on its engine, to be asked what a declaration is asked. As
     * {@link kz.tapbot.runtime.host.ServerImport} does of a real one; secrets are references to what is not in it, and what reaches other servers is left out.
     */
    public Surveyed survey() {
        synchronized (machine) {
            machine.undo().tick();
            return new Found(machine, addresses).surveyed();
        }
    }

    Session open(Server server, SessionContext context) {
        gate.loggedIn();
        synchronized (machine) {
            machine.equip(server);
            server.host().ip().ifPresent(addresses::add);
            server.ipv6().ifPresent(addresses::add);
            machine.undo().tick();
            entrance.admit(server, estate.controller());
            return new MemorySession(estate, this, context);
        }
    }

    /** The address by which it speaks with the other one; it has to be of the same family. */
    Optional<IpAddress> addressTowards(IpAddress other) {
        synchronized (machine) {
            return addresses.stream()
                    .filter(own -> own.isIpv6() == other.isIpv6())
                    .findFirst();
        }
    }

    boolean hasAddress(IpAddress address) {
        synchronized (machine) {
            return addresses.contains(address);
        }
    }

    Machine machine() {
        return machine;
    }

    Gate gate() {
        return gate;
    }
}
