package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.IpAddress;

/**
 * Another server of a link.
 *
 * @param server the other server
 * @param key the address of its key
 * @param endpoint where it is spoken to, address and UDP port
 * @param address its address inside the link
 * @param name its name inside the link
 * @param behind the addresses inside the link that are its
 */
public record LinkPeer(
        ServerName server, Address key, String endpoint, IpAddress address, HostName name, SortedSet<Cidr> behind)
        implements Comparable<LinkPeer> {

    /** Copies the addresses. */
    public LinkPeer {
        behind = Collections.unmodifiableSortedSet(new TreeSet<>(behind));
    }

    @Override
    public int compareTo(LinkPeer other) {
        return server.compareTo(other.server);
    }
}
