package kz.tapbot.model.net;

import org.jspecify.annotations.Nullable;

/** The canonical way to write an IPv6 address (RFC 5952, section 4). */
final class Ipv6Text {

    static final int BITS = 128;
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    /** Reads the groups before and after the gap, and takes them only if they would be written just so. */
    static @Nullable Block read(String text) {
        int gap = text.indexOf("::");
        int[] groups = new int[GROUPS];
        boolean read;
        if (gap < 0) {
            read = groups(text, groups) == GROUPS;
        } else {
            int[] after = new int[GROUPS];
            int before = groups(text.substring(0, gap), groups);
            int count = groups(text.substring(gap + 2), after);
            read = before >= 0 && count >= 0 && before + count < GROUPS;
            if (read) {
                System.arraycopy(after, 0, groups, GROUPS - count, count);
            }
        }
        if (!read) {
            return null;
        }
        long high = half(groups, 0);
        long low = half(groups, GROUPS / 2);
        return write(high, low).equals(text) ? new Block(true, high, low, BITS) : null;
    }

    /** Reads groups with colons between them; how many there were, or -1 if they are none. */
    private static int groups(String text, int[] groups) {
        if (text.isEmpty()) {
            return 0;
        }
        int count = 0;
        int from = 0;
        while (from <= text.length()) {
            int colon = text.indexOf(':', from);
            int to = colon < 0 ? text.length() : colon;
            if (count == GROUPS || to == from || to - from > 4) {
                return -1;
            }
            int group = 0;
            for (int i = from; i < to; i++) {
                int digit = Character.digit(text.charAt(i), 16);
                if (digit < 0) {
                    return -1;
                }
                group = group << 4 | digit;
            }
            groups[count++] = group;
            from = to + 1;
        }
        return count;
    }

    private static long half(int[] groups, int from) {
        long half = 0;
        for (int i = from; i < from + GROUPS / 2; i++) {
            half = half << 16 | groups[i];
        }
        return half;
    }

    /** The longest row of zeros, and the first of several, is written as a gap; a single zero is not. */
    static String write(long high, long low) {
        int best = -1;
        int longest = 1;
        int row = 0;
        for (int i = 0; i < GROUPS; i++) {
            row = group(high, low, i) == 0 ? row + 1 : 0;
            if (row > longest) {
                longest = row;
                best = i - row + 1;
            }
        }
        StringBuilder out = new StringBuilder(40);
        for (int i = 0; i < GROUPS; i++) {
            if (i == best) {
                out.append("::");
                i += longest - 1;
            } else {
                out.append(i == 0 || i == best + longest && best >= 0 ? "" : ":");
                out.append(Integer.toHexString(group(high, low, i)));
            }
        }
        return out.toString();
    }

    private static int group(long high, long low, int number) {
        long half = number < GROUPS / 2 ? high : low;
        return (int) (half >>> 16 * (3 - number % 4)) & 0xffff;
    }
}
