package kz.tapbot.reach;

/** Whether something is reached; later is more open. */
public enum Verdict {
    /** Not reached. */
    CLOSED,
    /** Reached, but a login is asked for before anything is shown. */
    LOGIN,
    /** Reached. */
    OPEN;

    /** The more open of both. */
    Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
