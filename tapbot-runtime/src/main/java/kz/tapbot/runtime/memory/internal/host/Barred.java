package kz.tapbot.runtime.memory.internal.host;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.runtime.facts.Incident;

/** Who is shut out of a simulated host by order: before its firewall, and from its containers, too. */
public final class Barred {

    private final NavigableMap<Address, Incident> orders = new TreeMap<>();

    /** All that stands. */
    public List<Incident> all() {
        return List.copyOf(orders.values());
    }

    /** Orders something; what stands already keeps its date. */
    public void put(Incident incident) {
        Incident old = orders.getOrDefault(incident.address(), incident);
        orders.put(
                incident.address(),
                new Incident(incident.address(), old.since(), old.who(), incident.inEffect(), incident.only()));
    }

    /** Ends an order. */
    public void remove(Address address) {
        orders.remove(address);
    }

    /** What puts an order back as it is. */
    public Runnable snapshot(Address address) {
        Optional<Incident> before = Optional.ofNullable(orders.get(address));
        return () -> before.ifPresentOrElse(order -> orders.put(address, order), () -> orders.remove(address));
    }

    /** Why nothing from an address passes, if so. */
    public Optional<String> stops(IpAddress from) {
        for (Incident one : orders.values()) {
            if (one.address().kind().equals(Incident.BAN) && one.name().equals(from.toString())) {
                return Optional.of(from + " is banned");
            }
            if (one.address().kind().equals(Incident.ISOLATION)
                    && one.only().stream().noneMatch(block -> block.contains(from))) {
                return Optional.of("the server is isolated, and " + from + " does not administer it");
            }
        }
        return Optional.empty();
    }

    /** Whether a user is shut out. */
    public boolean locks(String user) {
        return orders.values().stream()
                .anyMatch(one -> one.address().kind().equals(Incident.USER_LOCK)
                        && one.name().equals(user));
    }
}
