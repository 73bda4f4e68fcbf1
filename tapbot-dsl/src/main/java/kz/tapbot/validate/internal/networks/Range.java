package kz.tapbot.validate.internal.networks;

import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;

/**
 * The addresses of a block as numbers of 128 bits, so that many of them can be sorted and compared quickly. An IPv4 address has its bits
 * in the low half.
 *
 * @param ipv6 whether it is of IPv6
 * @param high the upper half of the first address
 * @param low the lower half of the first address
 * @param prefix the number of bits that all its addresses share, counted in its own family
 */
record Range(boolean ipv6, long high, long low, int prefix) implements Comparable<Range> {

    static Range of(Cidr block) {
        String text = block.value();
        return of(text.substring(0, text.indexOf('/')), block.prefixLength());
    }

    static Range of(IpAddress address) {
        return of(address.value(), address.isIpv6() ? 128 : 32);
    }

    private static Range of(String literal, int prefix) {
        if (literal.indexOf(':') < 0) {
            return new Range(false, 0, ipv4(literal), prefix);
        }
        if (literal.indexOf('.') > 0) {
            int last = literal.lastIndexOf(':') + 1;
            long number = ipv4(literal.substring(last));
            String hexadecimal = Long.toHexString(number >> 16) + ":" + Long.toHexString(number & 0xffff);
            return of(literal.substring(0, last) + hexadecimal, prefix);
        }
        // The model writes addresses canonically (RFC 5952): groups of hexadecimal digits, and :: at most once.
        int gap = literal.indexOf("::");
        String front = gap < 0 ? literal : literal.substring(0, gap);
        String back = gap < 0 ? "" : literal.substring(gap + 2);
        int[] groups = new int[8];
        fill(groups, front, 0);
        fill(groups, back, 8 - count(back));
        return new Range(true, half(groups, 0), half(groups, 4), prefix);
    }

    private static int count(String groups) {
        return groups.isEmpty() ? 0 : groups.split(":", -1).length;
    }

    private static void fill(int[] groups, String text, int from) {
        if (!text.isEmpty()) {
            int at = from;
            for (String group : text.split(":", -1)) {
                groups[at++] = Integer.parseInt(group, 16);
            }
        }
    }

    private static long half(int[] groups, int from) {
        return ((long) groups[from] << 48)
                | ((long) groups[from + 1] << 32)
                | ((long) groups[from + 2] << 16)
                | groups[from + 3];
    }

    private static long ipv4(String text) {
        long number = 0;
        int octet = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '.') {
                number = number << 8 | octet;
                octet = 0;
            } else {
                octet = octet * 10 + text.charAt(i) - '0';
            }
        }
        return number << 8 | octet;
    }

    /** Whether any address is in both: of two blocks with anything in common one holds the other. */
    boolean overlaps(Range other) {
        return within(other) || other.within(this);
    }

    /** Whether every address is in the other one. */
    boolean within(Range other) {
        if (ipv6 != other.ipv6 || prefix < other.prefix) {
            return false;
        }
        int free = (ipv6 ? 128 : 32) - other.prefix;
        return free >= 64
                ? shifted(high, free - 64) == shifted(other.high, free - 64)
                : high == other.high && shifted(low, free) == shifted(other.low, free);
    }

    private static long shifted(long bits, int by) {
        return by >= 64 ? 0 : bits >>> by;
    }

    /** How many addresses it has; more than can be counted is {@link Long#MAX_VALUE}. */
    long size() {
        int free = (ipv6 ? 128 : 32) - prefix;
        return free >= 63 ? Long.MAX_VALUE : 1L << free;
    }

    /** In this order a block stands before those that it holds, and these follow it without a gap. */
    @Override
    public int compareTo(Range other) {
        int order = Boolean.compare(ipv6, other.ipv6);
        order = order != 0 ? order : Long.compareUnsigned(high, other.high);
        order = order != 0 ? order : Long.compareUnsigned(low, other.low);
        return order != 0 ? order : Integer.compare(prefix, other.prefix);
    }

    /** The last address, as a range of its own that stands behind all others of this block. */
    Range end() {
        int free = (ipv6 ? 128 : 32) - prefix;
        long lowFree = free >= 64 ? -1L : (1L << free) - 1;
        long highFree = free <= 64 ? 0 : free == 128 ? -1L : (1L << (free - 64)) - 1;
        return new Range(ipv6, high | highFree, low | lowFree, 129);
    }
}
