package kz.tapbot.runtime.host.internal.survey;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;
import kz.tapbot.runtime.resource.Opening;

/** Who is let in to which port, gathered from rules of both families. */
final class Sources {

    static final Cidr ANY_IPV4 = Cidr.of("0.0.0.0/0");
    static final Cidr ANY_IPV6 = Cidr.of("::/0");

    private final NavigableMap<Port, SortedSet<Cidr>> host = new TreeMap<>();
    private final NavigableMap<Port, SortedSet<Cidr>> container = new TreeMap<>();

    static Cidr any(boolean ipv6) {
        return ipv6 ? ANY_IPV6 : ANY_IPV4;
    }

    void add(Port port, boolean ofContainer, Cidr from) {
        (ofContainer ? container : host)
                .computeIfAbsent(port, first -> new TreeSet<>())
                .add(from);
    }

    /** Of a server without IPv6, everybody of IPv4 is everybody. */
    SortedSet<Opening> openings(boolean ipv6, String reason) {
        SortedSet<Opening> all = new TreeSet<>();
        host.forEach((port, from) -> all.add(new Opening(port, plain(from, ipv6), false, reason)));
        container.forEach((port, from) -> all.add(new Opening(port, plain(from, ipv6), true, reason)));
        return all;
    }

    private static SortedSet<Cidr> plain(SortedSet<Cidr> from, boolean ipv6) {
        if (from.contains(ANY_IPV4) && (!ipv6 || from.contains(ANY_IPV6))) {
            return Collections.emptySortedSet();
        }
        return from.stream()
                .filter(block -> block.equals(any(block.isIpv6())) || !from.contains(any(block.isIpv6())))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
