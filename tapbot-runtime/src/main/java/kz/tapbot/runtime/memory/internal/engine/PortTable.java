package kz.tapbot.runtime.memory.internal.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Publication;

/** Which running container holds which port of the host. */
public final class PortTable {

    /**
     * A port that is held.
     *
     * @param container by whom
     * @param publication how
     */
    public record Held(SimContainer container, Publication publication) {

        /** Whether it is open on the loopback address only. */
        public boolean isLocal() {
            return publication.bind().map(IpAddress::isLoopback).orElse(false);
        }

        /** Whether it is open on an address of that family. */
        public boolean isOpenBy(boolean ipv6) {
            return publication.bind().map(address -> address.isIpv6() == ipv6).orElse(true);
        }
    }

    private final NavigableMap<Port, List<Held>> table = new TreeMap<>();

    /** All that are held. */
    public SortedMap<Port, List<Held>> all() {
        return Collections.unmodifiableSortedMap(table);
    }

    /** Who holds a port, on any address. */
    public List<Held> at(Port port) {
        return table.getOrDefault(port, List.of());
    }

    /** Who stands in the way of a publication. */
    Optional<Held> conflict(Publication wanted) {
        return at(wanted.host()).stream()
                .filter(held -> overlap(held.publication().bind(), wanted.bind()))
                .findFirst();
    }

    void take(SimContainer container) {
        for (Publication publication : container.service().publications()) {
            table.computeIfAbsent(publication.host(), any -> new ArrayList<>()).add(new Held(container, publication));
        }
    }

    void giveBack(SimContainer container) {
        for (Publication publication : container.service().publications()) {
            List<Held> held = table.getOrDefault(publication.host(), new ArrayList<>());
            held.removeIf(one -> one.container() == container);
            if (held.isEmpty()) {
                table.remove(publication.host());
            }
        }
    }

    private static boolean overlap(Optional<IpAddress> one, Optional<IpAddress> other) {
        return one.isEmpty()
                || other.isEmpty()
                || one.get().isAny()
                || other.get().isAny()
                || one.equals(other);
    }
}
