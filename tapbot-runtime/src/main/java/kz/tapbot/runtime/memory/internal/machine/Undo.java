package kz.tapbot.runtime.memory.internal.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Changes that are taken back by themselves unless somebody who came in afresh confirms them. */
public final class Undo {

    private record Armed(Object session, Instant until, List<Address> addresses, List<Runnable> restore) {}

    private final Map<String, Armed> armed = new TreeMap<>();
    private final Machine machine;
    private int count;

    Undo(Machine machine) {
        this.machine = machine;
    }

    /** Remembers how things are. */
    public String arm(Object session, List<Address> addresses, Duration limit) {
        List<Runnable> restore = new ArrayList<>();
        addresses.forEach(address -> restore.add(Snapshots.of(machine, address)));
        String id = "undo-" + ++count;
        armed.put(id, new Armed(session, machine.pulse().now().plus(limit), List.copyOf(addresses), restore));
        return id;
    }

    /** Confirms a change. */
    public void confirm(Object session, String id) {
        Armed one = armed.get(id);
        if (one == null) {
            throw new OperationFailedException(
                    "The change can no longer be confirmed: it was taken back. Plan and apply again.");
        }
        if (one.session() == session) {
            throw new OperationFailedException(
                    "A change is confirmed from a fresh session only, since the old one would go on even if nobody could log in.");
        }
        armed.remove(id);
    }

    /** Takes a change back. */
    public void revert(String id) {
        Armed one = armed.remove(id);
        if (one != null) {
            one.restore().forEach(Runnable::run);
        }
    }

    /** Takes back what nobody has confirmed in time. */
    public void tick() {
        if (armed.isEmpty()) {
            return;
        }
        Instant now = machine.pulse().now();
        for (String id : List.copyOf(armed.keySet())) {
            Armed one = armed.get(id);
            if (one != null && !now.isBefore(one.until())) {
                takeBack(id, one, "nobody confirmed it in time");
            }
        }
    }

    /** Takes back everything that is not confirmed, as a restart of the server does. */
    public void boot() {
        new TreeMap<>(armed).forEach((id, one) -> takeBack(id, one, "the server restarted before it was confirmed"));
    }

    /** The names of the changes that wait to be confirmed. */
    public List<String> names() {
        return List.copyOf(armed.keySet());
    }

    /** How many changes wait to be confirmed. */
    public int waiting() {
        return armed.size();
    }

    private void takeBack(String id, Armed one, String why) {
        revert(id);
        machine.diary()
                .note("the change of " + one.addresses() + " was taken back at "
                        + machine.pulse().now() + ": " + why);
    }
}
