package kz.tapbot.runtime.memory.internal.host;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.runtime.facts.Incident;

/** Who is shut out of a simulated host by order: before its firewall, and from its containers, too. */
public final class Barred {

    private record Order(Incident incident, SortedSet<Cidr> only) {}

    private final NavigableMap<Address, Order> orders = new TreeMap<>();

    /** All that stands. */
    public List<Incident> all() {
        return orders.values().stream().map(Order::incident).toList();
    }

    /** Orders something; what stands already keeps its date. */
    public void put(Incident incident, SortedSet<Cidr> only) {
        Order old = orders.get(incident.address());
        orders.put(incident.address(), new Order(old == null ? incident : old.incident(), new TreeSet<>(only)));
    }

    /** Ends an order. */
    public void remove(Address address) {
        orders.remove(address);
    }

    /** What puts an order back as it is. */
    public Runnable snapshot(Address address) {
        Optional<Order> before = Optional.ofNullable(orders.get(address));
        return () -> before.ifPresentOrElse(order -> orders.put(address, order), () -> orders.remove(address));
    }

    /** Why nothing from an address passes, if so. */
    public Optional<String> stops(IpAddress from) {
        for (Order order : orders.values()) {
            Incident one = order.incident();
            if (one.address().kind().equals(Incident.BAN) && one.name().equals(from.toString())) {
                return Optional.of(from + " is banned");
            }
            if (one.address().kind().equals(Incident.ISOLATION)
                    && order.only().stream().noneMatch(block -> block.contains(from))) {
                return Optional.of("the server is isolated, and " + from + " does not administer it");
            }
        }
        return Optional.empty();
    }

    /** Whether a user is shut out. */
    public boolean locks(String user) {
        return orders.values().stream()
                .map(Order::incident)
                .anyMatch(one -> one.address().kind().equals(Incident.USER_LOCK)
                        && one.name().equals(user));
    }
}
