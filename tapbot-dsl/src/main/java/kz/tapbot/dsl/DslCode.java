package kz.tapbot.dsl;

import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.diagnostic.code.Severity;

/** Codes of what only the declaring code can do wrong (TB12xx). */
public enum DslCode implements Code {
    /** A setting with one value was given twice. */
    SET_TWICE("TB1201", Severity.ERROR, "Set twice"),
    /** A handle belongs to another topology. */
    FOREIGN_HANDLE("TB1202", Severity.ERROR, "Handle of another topology"),
    /** A secret's name was given two sources. */
    SECRET_CLASH("TB1203", Severity.ERROR, "Secret with two sources"),
    /** A declaration lacks a part without which it means nothing. */
    INCOMPLETE("TB1204", Severity.ERROR, "Declaration incomplete"),
    /** An override found nothing to replace. */
    NOTHING_TO_OVERRIDE("TB1205", Severity.WARNING, "Nothing to override");

    private final String id;
    private final Severity severity;
    private final String summary;

    DslCode(String id, Severity severity, String summary) {
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
