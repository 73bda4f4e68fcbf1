package kz.tapbot.validate.internal.resources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What one thing takes of a machine.
 *
 * @param who its address
 * @param amount how much, in the smallest unit
 */
record Share(Object who, long amount) {

    /** So many of the largest are named. */
    private static final int NAMED = 5;

    /** The largest shares, one a line and indented, with the rest in one line. */
    static String largest(List<Share> shares, LongFunction<String> show) {
        List<Share> sorted = new ArrayList<>(shares);
        sorted.sort(Comparator.comparingLong(Share::amount)
                .reversed()
                .thenComparing(share -> share.who().toString()));
        StringBuilder out = new StringBuilder();
        long rest = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (i < NAMED) {
                out.append("\n    ")
                        .append(show.apply(sorted.get(i).amount()))
                        .append("  ")
                        .append(sorted.get(i).who());
            } else {
                rest += sorted.get(i).amount();
            }
        }
        if (rest > 0) {
            out.append("\n    ")
                    .append(show.apply(rest))
                    .append("  ")
                    .append(sorted.size() - NAMED)
                    .append(" more");
        }
        return out.toString();
    }

    static long sum(List<Share> shares) {
        long sum = 0;
        for (Share share : shares) {
            sum = sum > Long.MAX_VALUE - share.amount() ? Long.MAX_VALUE : sum + share.amount();
        }
        return sum;
    }
}
