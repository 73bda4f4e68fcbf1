package kz.tapbot.model.link;

import java.util.Comparator;
import java.util.Optional;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;

/**
 * Where a service meets a link: a network on its server with room for nobody else, so that what comes from it or goes to it is told apart by address.
 *
 * @param service the service
 * @param towards the server that it reaches from there; absent where it is the one that is reached
 * @param network the name of the network on its server
 * @param block four addresses of the link: its server's, and its own
 */
public record LinkEnd(ServiceId service, Optional<ServerName> towards, NetworkName network, Cidr block)
        implements Comparable<LinkEnd> {

    private static final Comparator<LinkEnd> ORDER =
            Comparator.comparing(LinkEnd::service).thenComparing(end -> end.network());

    /** The address of its server in that network. */
    public IpAddress gateway() {
        return block.address(1);
    }

    /** Its own address, by which the other side knows it. */
    public IpAddress address() {
        return block.address(2);
    }

    @Override
    public int compareTo(LinkEnd other) {
        return ORDER.compare(this, other);
    }
}
