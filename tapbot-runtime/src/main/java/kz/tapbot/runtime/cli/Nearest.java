package kz.tapbot.runtime.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant. */
final class Nearest {

    private static final int FAR = 3;

    private Nearest() {}

    /** The name that is nearest by edit distance, if any is nearer than three changes; of equals the first. */
    static Optional<String> of(String typed, Collection<String> names) {
        return of(typed, names, FAR);
    }

    /** The same, if any is nearer than so many changes. */
    static Optional<String> of(String typed, Collection<String> names, int far) {
        String given = typed.toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        int least = far;
        for (String name : names) {
            int distance = Math.abs(name.length() - given.length()) >= far ? far : distance(given, name);
            if (distance < least && distance < Math.max(name.length(), 2) - 1) {
                least = distance;
                best = Optional.of(name);
            }
        }
        return best;
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int same =
                        Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1)) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + same);
            }
            before = now;
        }
        return before[other.length()];
    }
}
