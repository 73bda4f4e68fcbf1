package kz.tapbot.runtime.apply;

/** What came of one change. */
public enum ChangeOutcome {
    /** It is there. */
    DONE,
    /** A step of it failed. */
    FAILED,
    /** It was not tried. */
    SKIPPED
}
