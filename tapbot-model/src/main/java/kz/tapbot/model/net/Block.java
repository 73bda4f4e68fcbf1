package kz.tapbot.model.net;

import org.jspecify.annotations.Nullable;

/**
 * A block of addresses as numbers, for the texts that nearly every estate is written in: to start the address library takes as long
 * as to declare a thousand services. Read are canonical texts only; for any other, and for what is to be said about a mistake, the
 * library is asked.
 *
 * @param ipv6 whether it is of IPv6
 * @param high the upper half of its first address; 0 for IPv4
 * @param low the lower half, or the whole of an IPv4 address
 * @param prefix how many leading bits are fixed
 */
record Block(boolean ipv6, long high, long low, int prefix) {

    private static final int HALF = 64;
    private static final int MOST_DIGITS = 3;

    /**
     * The block of a canonical text with or without a prefix length: {@code 10.20.0.0/24}, {@code 2001:db8::1}. Null for any other text,
     * and where bits are set behind the prefix.
     */
    static @Nullable Block read(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        Block single = address.indexOf(':') < 0 ? Ipv4Text.read(address) : Ipv6Text.read(address);
        if (single == null || slash < 0) {
            return single;
        }
        int prefix = number(text, slash + 1, text.length());
        if (prefix < 0 || prefix > single.prefix) {
            return null;
        }
        Block block = new Block(single.ipv6, single.high, single.low, prefix);
        return block.holds(single) ? block : null;
    }

    /** The number of one to three decimal digits without a zero in front, or -1. */
    static int number(String text, int from, int to) {
        int digits = to - from;
        if (digits < 1 || digits > MOST_DIGITS || digits > 1 && text.charAt(from) == '0') {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    boolean contains(Block other) {
        return ipv6 == other.ipv6 && other.prefix >= prefix && holds(other);
    }

    private boolean holds(Block other) {
        int fixed = ipv6 ? prefix : prefix + Ipv6Text.BITS - Ipv4Text.BITS;
        return (other.high & mask(fixed)) == high && (other.low & mask(fixed - HALF)) == low;
    }

    /** The fixed bits of a half. */
    private static long mask(int fixed) {
        return fixed <= 0 ? 0 : -1L << HALF - Math.min(fixed, HALF);
    }

    /** The address so many places after the first one; null if that is outside. */
    @Nullable String address(long offset) {
        long lower = low + offset;
        long upper = Long.compareUnsigned(lower, low) < 0 ? high + 1 : high;
        Block address = new Block(ipv6, upper, lower, ipv6 ? Ipv6Text.BITS : Ipv4Text.BITS);
        if (offset < 0 || !holds(address)) {
            return null;
        }
        return ipv6 ? Ipv6Text.write(upper, lower) : Ipv4Text.write(lower);
    }

    /** Whether others can reach one machine by its first address: not any, loopback, link-local, multicast or broadcast. */
    boolean isOfOneHost() {
        if (ipv6) {
            return (high != 0 || low != 0 && low != 1) && high >>> 54 != 0xfe80 >>> 6 && high >>> 56 != 0xff;
        }
        long top = low >>> 24;
        return top != 0 && top != 127 && low >>> 16 != (169 << 8 | 254) && low >>> 28 != 0xe && low != 0xffffffffL;
    }
}
