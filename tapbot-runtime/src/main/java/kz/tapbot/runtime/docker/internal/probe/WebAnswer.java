package kz.tapbot.runtime.docker.internal.probe;

import java.util.Locale;
import java.util.Optional;
import kz.tapbot.runtime.spi.Cleaned;

/**
 * What a web server said to one request, as far as it is looked at.
 *
 * @param status the status
 * @param head the lines before the body
 * @param body the beginning of the body
 */
record WebAnswer(int status, String head, String body) {

    private static final int MOST_OF_A_LINE = 200;

    /**
     * Reads it.
     *
     * @return nothing if it is no answer in HTTP
     */
    static Optional<WebAnswer> parse(String text) {
        if (!text.matches("(?s)HTTP/[0-9.]{1,4} [0-9]{3}[ \r\n].*")) {
            return Optional.empty();
        }
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        int space = text.indexOf(' ');
        return Optional.of(new WebAnswer(
                Integer.parseInt(text.substring(space + 1, space + 4)), head, end < 0 ? "" : text.substring(end + 4)));
    }

    /** The value of a header. */
    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    /** The first line, for people. */
    String line() {
        String first = Cleaned.line(head.lines().findFirst().orElse(""));
        return first.length() > MOST_OF_A_LINE ? first.substring(0, MOST_OF_A_LINE) : first;
    }
}
