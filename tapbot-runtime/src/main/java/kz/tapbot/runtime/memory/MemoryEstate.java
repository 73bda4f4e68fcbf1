package kz.tapbot.runtime.memory;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.memory.internal.machine.Gate;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/**
 * Simulated servers by name. A server comes into being, as a fresh machine, when it is first opened or asked for. Safe for several threads.
 *
 * <pre>{@code
 * var estate = MemoryEstate.create();
 * estate.server("data").faults().neverHealthy(Image.of("postgres:16.9"));
 * // … apply with estate.driver() …
 * assertEquals(0, estate.recorder().writes());
 * }</pre>
 */
public final class MemoryEstate {

    private final NavigableMap<ServerName, MemoryServer> servers = new TreeMap<>();
    private final MemoryClock clock = new MemoryClock();
    private final Gate gate = new Gate();
    private final AtomicInteger processes = new AtomicInteger();
    private volatile Optional<IpAddress> controller = Optional.empty();

    private MemoryEstate() {}

    /** Without any server yet. */
    public static MemoryEstate create() {
        return new MemoryEstate();
    }

    /** A driver for these servers. */
    public MemoryDriver driver() {
        return new MemoryDriver(this);
    }

    /** A server, made as a fresh machine if there is none of that name. */
    public MemoryServer server(ServerName name) {
        synchronized (servers) {
            return servers.computeIfAbsent(name, fresh -> new MemoryServer(this, fresh));
        }
    }

    /** A server, made as a fresh machine if there is none of that name. */
    public MemoryServer server(String name) {
        return server(ServerName.of(name));
    }

    /** The time of all servers. */
    public MemoryClock clock() {
        return clock;
    }

    /** Sets where an apply is interrupted, counted over all servers. */
    public Interruptions interruptions() {
        return new Interruptions(gate);
    }

    /** What was done on all servers. */
    public Recorder recorder() {
        return new Recorder(gate);
    }

    /**
     * Says from which address we log in, so that a firewall that does not let it in shuts us out. Without it, we are taken to sit wherever the firewall lets
     * somebody in to SSH.
     */
    public MemoryEstate controlledFrom(IpAddress address) {
        controller = Optional.of(address);
        return this;
    }

    /**
     * The state of all servers as text: the same after two runs that had the same effect, whatever order they took, however often they were interrupted, and whatever
     * values their secrets have. Journals, times and counters are not in it.
     */
    public String fingerprint() {
        StringBuilder out = new StringBuilder();
        synchronized (servers) {
            servers.values().forEach(server -> out.append(server.fingerprint()));
        }
        return out.toString();
    }

    Session open(Server server, SessionContext context) {
        gate.loggedIn();
        return server(server.name()).open(server, context);
    }

    Optional<IpAddress> controller() {
        return controller;
    }

    Gate gate() {
        return gate;
    }

    /** The number of the process that applies: every crash ends one. */
    int process() {
        return processes.get();
    }

    void crash(int process) {
        processes.compareAndSet(process, process + 1);
    }

    Optional<MemoryServer> at(IpAddress address) {
        synchronized (servers) {
            return servers.values().stream()
                    .filter(server -> server.hasAddress(address))
                    .findFirst();
        }
    }
}
