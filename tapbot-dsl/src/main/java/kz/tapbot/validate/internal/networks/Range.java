package kz.tapbot.validate.internal.networks;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;

/**
 * The addresses of a block as numbers, so that many of them can be sorted and compared quickly.
 *
 * @param ipv6 whether it is of IPv6
 * @param first the first address
 * @param last the last address
 */
record Range(boolean ipv6, BigInteger first, BigInteger last) {

    static Range of(Cidr block) {
        String text = block.value();
        BigInteger first = number(text.substring(0, text.indexOf('/')));
        int bits = (block.isIpv6() ? 128 : 32) - block.prefixLength();
        BigInteger size = BigInteger.ONE.shiftLeft(bits);
        return new Range(block.isIpv6(), first, first.add(size).subtract(BigInteger.ONE));
    }

    static Range of(IpAddress address) {
        BigInteger number = number(address.value());
        return new Range(address.isIpv6(), number, number);
    }

    boolean overlaps(Range other) {
        return ipv6 == other.ipv6 && first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    boolean within(Range other) {
        return ipv6 == other.ipv6 && other.first.compareTo(first) <= 0 && last.compareTo(other.last) <= 0;
    }

    BigInteger size() {
        return last.subtract(first).add(BigInteger.ONE);
    }

    /** The text is a canonical literal, so nothing is looked up. */
    private static BigInteger number(String literal) {
        try {
            return new BigInteger(1, InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
