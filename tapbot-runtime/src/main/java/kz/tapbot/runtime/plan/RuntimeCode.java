package kz.tapbot.runtime.plan;

import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.diagnostic.code.Severity;

/** Codes of what is found while a plan is made (TB50xx), of saved plans (TB51xx), and of what a plan should tell (TB52xx). */
public enum RuntimeCode implements Code {
    /** Something of the same name is there and is not ours. */
    NOT_OURS("TB5001", Severity.ERROR, "Exists and is not ours"),
    /** A port that a service publishes is listened on by somebody else. */
    PORT_TAKEN("TB5002", Severity.ERROR, "Port is taken"),
    /** Data would be lost by a change that the declaration does not allow by name. */
    DATA_GUARDED("TB5003", Severity.ERROR, "Data would be lost"),
    /** The disk is too small for what is to be made. */
    DISK_TOO_SMALL("TB5004", Severity.ERROR, "Not enough disk"),
    /** Changes wait for each other. */
    GOES_ROUND("TB5005", Severity.ERROR, "Changes wait for each other"),
    /** Nothing is known of a server. */
    NOT_OBSERVED("TB5006", Severity.ERROR, "Server was not looked at"),
    /** Two resources have one address. */
    DECLARED_TWICE("TB5007", Severity.ERROR, "Declared twice"),
    /** A declared block of addresses overlaps with that of a network which stays. */
    SUBNET_TAKEN("TB5008", Severity.ERROR, "Addresses are taken"),
    /** What is ordered would shut out those who order it, or others that must not be. */
    INCIDENT_REFUSED("TB5009", Severity.ERROR, "Would shut out the wrong ones"),
    /** A server runs a system that Tapbot does not know its way about. */
    SYSTEM_UNKNOWN("TB5010", Severity.ERROR, "System that Tapbot does not know"),
    /** A saved plan cannot be read. */
    SAVED_PLAN_UNREADABLE("TB5101", Severity.ERROR, "Saved plan not readable"),
    /** A saved plan is of a format that this version does not read. */
    SAVED_PLAN_VERSION("TB5102", Severity.ERROR, "Saved plan of another format"),
    /** Something that was to be adopted is not there, or is ours already. */
    NOTHING_TO_ADOPT("TB5201", Severity.WARNING, "Nothing to adopt"),
    /** Little disk is left. */
    DISK_NEARLY_FULL("TB5202", Severity.WARNING, "Little disk left"),
    /** The run before was interrupted. */
    INTERRUPTED("TB5203", Severity.NOTE, "A run was interrupted"),
    /** Data that is no longer declared is kept. */
    DATA_KEPT("TB5204", Severity.NOTE, "Data is kept"),
    /** The server has something to tell. */
    SERVER_NOTE("TB5205", Severity.NOTE, "Note from the server"),
    /** A service runs an earlier release, which somebody went back to, and the declaration does not say so. */
    ROLLED_BACK("TB5206", Severity.NOTE, "Service was rolled back"),
    /** Somebody was shut out by order, which stands until it is lifted by order. */
    INCIDENT("TB5207", Severity.WARNING, "Somebody is shut out"),
    /** A server runs another system than is declared. */
    OTHER_SYSTEM("TB5208", Severity.WARNING, "Another system than declared");

    private final String id;
    private final Severity severity;
    private final String summary;

    RuntimeCode(String id, Severity severity, String summary) {
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
