package kz.tapbot.runtime.resource;

import java.util.Comparator;
import java.util.SortedSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;

/**
 * A port that the firewall lets through.
 *
 * @param port the port as visitors see it
 * @param from who is let through; everybody of both families if empty
 * @param container whether the port is published by a container, so that the engine's own rules must be held too
 * @param reason what it is for
 */
public record Opening(Port port, SortedSet<Cidr> from, boolean container, String reason)
        implements Comparable<Opening> {

    private static final Comparator<Opening> ORDER = Comparator.comparing(Opening::port)
            .thenComparing(opening -> opening.from().toString())
            .thenComparing(Opening::container)
            .thenComparing(Opening::reason);

    /** The port with a mark for what it leads to. */
    String key() {
        return "open " + port + (container ? " (container)" : "");
    }

    /** Who is let through, as text. */
    String value() {
        return (from.isEmpty() ? "everybody" : from.toString().replace("[", "").replace("]", "")) + " for " + reason;
    }

    @Override
    public int compareTo(Opening other) {
        return ORDER.compare(this, other);
    }
}
