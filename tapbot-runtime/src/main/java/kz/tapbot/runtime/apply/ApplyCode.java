package kz.tapbot.runtime.apply;

import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.diagnostic.code.Severity;

/** Codes of what goes wrong while a plan is applied (TB54xx). */
public enum ApplyCode implements Code {
    /** Somebody else holds a server's lock. */
    LOCKED("TB5401", "Server is locked"),
    /** The plan would not be made any more. */
    STALE("TB5402", "Plan is stale"),
    /** An operation had no effect, or not the whole effect. */
    OPERATION_FAILED("TB5403", "Operation failed"),
    /** The connection to a server was lost on the way. */
    CONNECTION_LOST("TB5404", "Connection lost"),
    /** Something took longer than its limit. */
    TIMED_OUT("TB5405", "Operation took too long"),
    /** After a change nobody could log in any more, so that it was taken back. */
    LOCKED_OUT("TB5406", "Change would have locked us out"),
    /** The run was asked to stop. */
    CANCELLED("TB5407", "Run was cancelled"),
    /** Something that comes first failed. */
    NOT_TRIED("TB5408", "Change was not tried"),
    /** A driver failed in a way that it never should. */
    DRIVER_FAILED("TB5409", "Driver failed");

    private final String id;
    private final String summary;

    ApplyCode(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return summary;
    }
}
