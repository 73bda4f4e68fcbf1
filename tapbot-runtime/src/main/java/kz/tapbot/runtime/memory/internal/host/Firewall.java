package kz.tapbot.runtime.memory.internal.host;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.runtime.resource.Ipv6Network;
import kz.tapbot.runtime.resource.Opening;

/**
 * The packet filter of a simulated host: our own rule set beside one of UFW. A packet passes if both let it. UFW does not see what goes to
 * containers, since the engine forwards it before (Docker's documentation, "Docker and ufw"); our rule set does.
 */
public final class Firewall {

    private Optional<SortedSet<Opening>> ours = Optional.empty();
    private SortedSet<Ipv6Network> networks = Collections.emptySortedSet();
    private boolean ufw;
    private final NavigableMap<Port, SortedSet<Cidr>> ufwAllows = new TreeMap<>();

    /** Our rules, if we have set any. */
    public Optional<SortedSet<Opening>> ours() {
        return ours;
    }

    /** Replaces or removes our rules. */
    public void ours(Optional<SortedSet<Opening>> rules) {
        ours = rules.map(TreeSet::new);
    }

    /** The container networks that our rules keep apart. */
    public SortedSet<Ipv6Network> networks() {
        return networks;
    }

    /** Replaces the container networks that our rules keep apart. */
    public void networks(SortedSet<Ipv6Network> apart) {
        networks = Collections.unmodifiableSortedSet(new TreeSet<>(apart));
    }

    /** Whether UFW is on. */
    public boolean ufw() {
        return ufw;
    }

    /** What UFW lets through, with who; everybody if empty. */
    public SortedMap<Port, SortedSet<Cidr>> ufwAllows() {
        return Collections.unmodifiableSortedMap(ufwAllows);
    }

    /** Turns UFW on or off. */
    public void ufw(boolean on) {
        ufw = on;
    }

    /** Adds a rule to UFW. */
    public void ufwAllow(Port port, SortedSet<Cidr> from) {
        ufwAllows.put(port, new TreeSet<>(from));
    }

    /** Whether a packet passes, and if not whose rule stops it. */
    public Optional<String> stops(Port port, IpAddress from, boolean container) {
        if (ours.isPresent() && ours.get().stream().noneMatch(opening -> lets(opening, port, from, container))) {
            return Optional.of("the firewall does not let " + from + " to " + port);
        }
        if (ufw && !container && !(ufwAllows.containsKey(port) && within(ufwAllows.get(port), from))) {
            return Optional.of("ufw does not let " + from + " to " + port);
        }
        return Optional.empty();
    }

    /** Whether anybody at all is let to a port of the host itself. */
    public boolean letsSomebody(Port port) {
        boolean byOurs = ours.isEmpty()
                || ours.get().stream().anyMatch(opening -> opening.port().equals(port) && !opening.container());
        return byOurs && (!ufw || ufwAllows.containsKey(port));
    }

    private static boolean lets(Opening opening, Port port, IpAddress from, boolean container) {
        return opening.port().equals(port) && opening.container() == container && within(opening.from(), from);
    }

    private static boolean within(SortedSet<Cidr> blocks, IpAddress from) {
        return blocks.isEmpty() || blocks.stream().anyMatch(block -> block.contains(from));
    }
}
