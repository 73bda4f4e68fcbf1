package kz.tapbot.runtime.apply;

/** What came of a whole run. */
public enum Outcome {
    /** Everything that was planned is there. */
    DONE,
    /** Something failed, and wherever it did the state before is there again. */
    FAILED_ROLLED_BACK,
    /** Something failed, and the state before could not be brought back everywhere. */
    FAILED,
    /** The run was asked to stop before its end. */
    CANCELLED,
    /** Something took longer than its limit. */
    TIMED_OUT
}
