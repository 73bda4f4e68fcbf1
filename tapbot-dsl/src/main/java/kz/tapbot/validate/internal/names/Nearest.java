package kz.tapbot.validate.internal.names;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import org.jspecify.annotations.Nullable;

/** Finds the declared address that was probably meant. */
final class Nearest {

    /** More than so many candidates are not compared, so that a thousand mistakes in a large estate stay cheap to tell. */
    static final int MOST_CANDIDATES = 500;

    private static final int FARTHEST = 2;

    private Nearest() {}

    static Optional<Address> to(Address wanted, List<Address> declared) {
        @Nullable Address nearest = null;
        int least = FARTHEST + 1;
        for (Address candidate : declared.subList(0, Math.min(declared.size(), MOST_CANDIDATES))) {
            int distance = distance(wanted.path(), candidate.path());
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The number of letters to insert, remove or replace (Levenshtein). */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > FARTHEST) {
            return FARTHEST + 1;
        }
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
