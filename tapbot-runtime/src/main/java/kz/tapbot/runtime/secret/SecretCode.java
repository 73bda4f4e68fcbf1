package kz.tapbot.runtime.secret;

import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.diagnostic.code.Severity;

/** Codes of secrets when they are read (TB53xx). */
public enum SecretCode implements Code {
    /** A source has no value. */
    MISSING("TB5301", Severity.ERROR, "Secret has no value"),
    /** A file cannot be trusted or read. */
    BAD_FILE("TB5302", Severity.ERROR, "Secret file not usable"),
    /** A command failed, took too long or said too much. */
    BAD_COMMAND("TB5303", Severity.ERROR, "Secret command failed"),
    /** A value can be guessed. */
    WEAK("TB5304", Severity.ERROR, "Secret is weak"),
    /** A value cannot be written where it is used. */
    BAD_VALUE("TB5305", Severity.ERROR, "Secret cannot be written where it is used"),
    /** Servers keep different values of one generated secret. */
    CLASH("TB5306", Severity.ERROR, "Generated secret differs between servers"),
    /** A plan was made without a value. */
    NOT_COMPARED("TB5307", Severity.NOTE, "Secret not readable here, so not compared");

    private final String id;
    private final Severity severity;
    private final String summary;

    SecretCode(String id, Severity severity, String summary) {
        this.id = id;
        this.severity = severity;
        this.summary = summary;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String summary() {
        return summary;
    }
}
