package kz.tapbot.runtime.prove;

/** Whether a claim holds. */
public enum Verdict {
    /** It was seen to hold. */
    HOLDS,
    /** It was seen not to hold. */
    BROKEN,
    /** It could not be seen from here. */
    UNKNOWN
}
