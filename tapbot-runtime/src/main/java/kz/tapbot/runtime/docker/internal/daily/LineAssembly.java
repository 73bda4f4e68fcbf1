package kz.tapbot.runtime.docker.internal.daily;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.BiConsumer;
import kz.tapbot.runtime.spi.Cleaned;

/**
 * Makes lines of the pieces in which an engine sends one stream of a log, each with its time before it. However long a line is, no more than its
 * beginning is held: what comes after is counted.
 */
final class LineAssembly {

    /** The most characters of a line that are shown. */
    static final int MOST_CHARACTERS = 4_000;

    private static final int MOST_BYTES = 4 * MOST_CHARACTERS;
    private static final int LONGEST_TIME = 40;

    private final BiConsumer<Instant, String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private Instant at = Instant.EPOCH;
    private long dropped;
    private boolean begun;

    LineAssembly(BiConsumer<Instant, String> lines) {
        this.lines = lines;
    }

    /** Takes a piece. A long line comes in several, and each has its time before it. */
    void take(byte[] piece) {
        int from = begun ? afterTime(piece, 0) : 0;
        while (from < piece.length) {
            if (!begun) {
                from = afterTime(piece, from);
                begun = true;
            }
            int end = from;
            while (end < piece.length && piece[end] != '\n') {
                end++;
            }
            keep(piece, from, end);
            if (end < piece.length) {
                finish();
            }
            from = end + 1;
        }
    }

    /** Gives what is left when no more comes. */
    void finish() {
        if (begun) {
            String text = line.toString(StandardCharsets.UTF_8);
            text = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            String shown = Cleaned.line(text, MOST_CHARACTERS);
            lines.accept(at, dropped == 0 ? shown : shown + " (and " + dropped + " bytes more)");
        }
        line.reset();
        dropped = 0;
        begun = false;
    }

    private void keep(byte[] piece, int from, int end) {
        int kept = Math.min(end - from, MOST_BYTES - line.size());
        line.write(piece, from, kept);
        dropped += end - from - kept;
    }

    /** Where the text begins behind the time, which becomes that of the line if it is its first. */
    private int afterTime(byte[] piece, int from) {
        int space = from;
        while (space < piece.length && space - from < LONGEST_TIME && piece[space] != ' ') {
            space++;
        }
        if (space == piece.length || piece[space] != ' ') {
            return from;
        }
        try {
            Instant time = Instant.parse(new String(piece, from, space - from, StandardCharsets.US_ASCII));
            at = begun ? at : time;
            return space + 1;
        } catch (DateTimeException e) {
            return from;
        }
    }
}
