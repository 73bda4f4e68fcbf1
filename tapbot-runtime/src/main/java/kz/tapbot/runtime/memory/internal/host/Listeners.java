package kz.tapbot.runtime.memory.internal.host;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.net.Port;

/** Programs of a simulated host that listen on ports, beside containers. */
public final class Listeners {

    private static final int WEBMIN = 10_000;

    /**
     * A program that listens.
     *
     * @param who the program, for people
     * @param local whether on the loopback address only
     */
    public record Listener(String who, boolean local) {}

    private final NavigableMap<Port, Listener> foreign = new TreeMap<>();
    private final Host host;

    Listeners(Host host) {
        this.host = host;
    }

    /** Has somebody else's program listen. */
    public void put(Port port, Listener listener) {
        foreign.put(port, listener);
    }

    /** Somebody else's program stops. */
    public void remove(Port port) {
        foreign.remove(port);
    }

    /** Programs that were started by hand are gone. */
    public void boot() {
        foreign.clear();
    }

    /** All that listen now. */
    public SortedMap<Port, Listener> all() {
        NavigableMap<Port, Listener> all = new TreeMap<>(foreign);
        all.put(Port.tcp(host.sshd().port()), new Listener("process sshd", false));
        unit("webmin.service", configured("webmin.service", "port=", WEBMIN), all);
        unit("nginx.service", 80, all);
        unit("caddy.service", 443, all);
        return Collections.unmodifiableSortedMap(all);
    }

    /** Who listens on a port. */
    public Optional<Listener> at(Port port) {
        return Optional.ofNullable(all().get(port));
    }

    private void unit(String name, int port, SortedMap<Port, Listener> all) {
        if (host.units().state(name).active()) {
            all.putIfAbsent(Port.tcp(port), new Listener("unit " + name, false));
        }
    }

    private int configured(String unit, String key, int otherwise) {
        for (String line : host.units().readAtStart(unit).split("\n", -1)) {
            if (line.startsWith(key) && line.substring(key.length()).matches("[1-9][0-9]{0,4}")) {
                return Integer.parseInt(line.substring(key.length()));
            }
        }
        return otherwise;
    }
}
