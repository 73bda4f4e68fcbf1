package kz.tapbot.model.link;

import java.util.Comparator;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Port;

/**
 * One service may reach a port of another over the link; nothing else may.
 *
 * @param from who may reach
 * @param to what is reached
 * @param port the container's TCP port
 */
public record LinkPermit(ServiceId from, ServiceId to, int port) implements Comparable<LinkPermit> {

    private static final Comparator<LinkPermit> ORDER =
            Comparator.comparing(LinkPermit::from).thenComparing(LinkPermit::to).thenComparingInt(LinkPermit::port);

    /** Checks the port. */
    public LinkPermit {
        Port.tcp(port);
    }

    @Override
    public int compareTo(LinkPermit other) {
        return ORDER.compare(this, other);
    }
}
