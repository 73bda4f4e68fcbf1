package kz.tapbot.reach;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.service.Route;

/**
 * An address list of pages that does by IPv6 what it does not say: who comes by it is handed on by the engine, and the proxy sees an address of its own networks.
 *
 * @param proxy the proxy that asks the list
 * @param list the address sets it names
 * @param pages the pages it stands before, at least one
 * @param everybody whether it lets in everybody who comes to the proxy by IPv6; else it lets in nobody with its addresses of IPv6
 * @param blocks those of the list that hold what the proxy sees, if it lets in everybody; else those of IPv6 that let in nobody
 * @param seenAs the blocks of which the proxy sees an address, whoever comes
 */
public record MaskedList(
        ServiceId proxy,
        SortedSet<AddressSetName> list,
        List<Page> pages,
        boolean everybody,
        List<Cidr> blocks,
        List<Cidr> seenAs) {

    /**
     * A page.
     *
     * @param service whose it is
     * @param route where it is served
     */
    public record Page(ServiceId service, Route route) {

        /** Its address, such as {@code https://app.example.com/admin}. */
        @Override
        public String toString() {
            return RouteWays.page(route);
        }
    }

    /** Copies the collections. */
    public MaskedList {
        list = Collections.unmodifiableSortedSet(new TreeSet<>(list));
        pages = List.copyOf(pages);
        blocks = List.copyOf(blocks);
        seenAs = List.copyOf(seenAs);
    }
}
