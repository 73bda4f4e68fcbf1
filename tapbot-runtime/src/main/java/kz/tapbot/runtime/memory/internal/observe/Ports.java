package kz.tapbot.runtime.memory.internal.observe;

import java.util.Map;
import java.util.TreeMap;
import kz.tapbot.runtime.memory.internal.machine.Machine;

/** Who listens on which port of a simulated server. */
final class Ports {

    private final Machine machine;

    Ports(Machine machine) {
        this.machine = machine;
    }

    Map<String, String> listeners() {
        Map<String, String> all = new TreeMap<>();
        machine.host()
                .listeners()
                .all()
                .forEach((port, listener) ->
                        all.put(port.toString(), listener.who() + (listener.local() ? " (loopback only)" : "")));
        machine.engine()
                .ports()
                .all()
                .forEach((port, held) -> all.put(
                        port.toString(), "container " + held.get(0).container().name()));
        return all;
    }
}
