package kz.tapbot.runtime.resource;

import java.util.Comparator;
import kz.tapbot.model.net.Cidr;

/**
 * A container network with IPv6. The firewall keeps it apart from others, since engines before 27.0 do so by IPv4 alone.
 *
 * @param block its addresses
 * @param internal whether nothing of it gets out
 */
public record Ipv6Network(Cidr block, boolean internal) implements Comparable<Ipv6Network> {

    private static final Comparator<Ipv6Network> ORDER =
            Comparator.comparing(Ipv6Network::block).thenComparing(Ipv6Network::internal);

    /** The name of its attribute. */
    public String key() {
        return "network " + block;
    }

    /** The value of its attribute. */
    public String value() {
        return internal ? "internal" : "apart";
    }

    @Override
    public int compareTo(Ipv6Network other) {
        return ORDER.compare(this, other);
    }
}
