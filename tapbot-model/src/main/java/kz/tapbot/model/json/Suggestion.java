package kz.tapbot.model.json;

import java.util.Collection;
import java.util.Locale;

/** Guesses what was meant. */
final class Suggestion {

    private static final int LONGEST = 40;
    private static final int FARTHEST = 2;

    private Suggestion() {}

    /** A sentence that names the nearest known word, or else all of them; begins with a space. */
    static String of(String word, Collection<String> known) {
        String nearest = nearest(word, known);
        return nearest.isEmpty()
                ? " Known are: " + String.join(", ", known) + "."
                : " Did you mean \"" + nearest + "\"?";
    }

    /** The nearest known word; empty if none is near. */
    static String nearest(String word, Collection<String> known) {
        String nearest = "";
        int least = FARTHEST + 1;
        if (word.length() <= LONGEST) {
            String lower = word.toLowerCase(Locale.ROOT);
            for (String candidate : known) {
                int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
                if (distance < least && distance * 2 <= candidate.length()) {
                    least = distance;
                    nearest = candidate;
                }
            }
        }
        return nearest;
    }

    /** How many letters must be put in, taken out or replaced to make one of the other (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
