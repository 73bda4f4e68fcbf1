package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.tapbot.runtime.spi.Cleaned;

/**
 * A jail of fail2ban that runs.
 *
 * @param name its name
 * @param maxRetry failures that are too many
 * @param findTime within which they count, in seconds
 * @param banTime how long it lasts, in seconds; for ever if negative
 * @param containers whether a ban holds for containers, too
 */
public record Ban(String name, long maxRetry, long findTime, long banTime, boolean containers) {

    private static final String GATE = "-A PREROUTING -j TAPBOT-JAIL";
    private static final String OURS = "tapbot";

    /** As the server's look tells them: name, failures, two times, actions. */
    static List<Ban> read(String part, String gate) {
        List<Ban> all = new ArrayList<>();
        part.lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            if (words.length >= 5 && Arrays.stream(words, 1, 4).allMatch(word -> word.matches("-?\\d{1,9}"))) {
                all.add(new Ban(
                        Cleaned.line(words[0], 60),
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]),
                        Long.parseLong(words[3]),
                        words[4].equals(OURS) && gate.contains(GATE)));
            }
        });
        return all;
    }
}
