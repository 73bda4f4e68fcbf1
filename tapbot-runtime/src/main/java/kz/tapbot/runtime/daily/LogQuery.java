package kz.tapbot.runtime.daily;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which lines of a log are wanted.
 *
 * @param follow whether to wait for more when its end is reached
 * @param since the moment from which on lines are wanted; all if absent
 * @param tail how many of the last lines are wanted; all if absent
 */
public record LogQuery(boolean follow, Optional<Since> since, OptionalInt tail) {

    /** All lines there are. */
    public static final LogQuery ALL = new LogQuery(false, Optional.empty(), OptionalInt.empty());

    /** The same, and then whatever comes. */
    public LogQuery following() {
        return new LogQuery(true, since, tail);
    }

    /** The same from a moment on. */
    public LogQuery since(Since moment) {
        return new LogQuery(follow, Optional.of(moment), tail);
    }

    /**
     * The same, of what is there only the last lines.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public LogQuery last(int lines) {
        if (lines < 0) {
            throw new IllegalArgumentException("There is no number of lines below 0: " + lines + ".");
        }
        return new LogQuery(follow, since, OptionalInt.of(lines));
    }
}
