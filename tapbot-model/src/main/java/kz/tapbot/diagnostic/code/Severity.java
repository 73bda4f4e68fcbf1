package kz.tapbot.diagnostic.code;

/** How much a finding matters. */
public enum Severity {
    /** Nothing is planned or applied until it is mended. */
    ERROR,
    /** Works, but a person should look at it. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
