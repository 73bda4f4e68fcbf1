package kz.tapbot.runtime.spi;

/**
 * The answer to a probe.
 *
 * @param outcome what came of it
 * @param detail what was seen, for people
 */
public record ProbeResult(Outcome outcome, String detail) {

    /** What came of a probe. */
    public enum Outcome {
        /** Reached; or served without a login; or healthy. */
        OPEN,
        /** Not reached; or not healthy. */
        CLOSED,
        /** Reached, but a login is asked for. */
        LOGIN,
        /** The driver cannot tell. */
        UNKNOWN
    }
}
