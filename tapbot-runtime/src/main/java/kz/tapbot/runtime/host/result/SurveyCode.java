package kz.tapbot.runtime.host.result;

import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.diagnostic.code.Severity;

/** Codes of an import of a server: of what it leaves out (TB620x), of its firewall (TB621x), its people (TB622x) and its upkeep (TB623x). */
public enum SurveyCode implements Code {
    /** Something on the server has no words in Tapbot. */
    NOT_CARRIED("TB6201", Severity.WARNING, "Found and not carried over"),
    /** What an import of a server does not look at. */
    NOT_READ("TB6202", Severity.NOTE, "Not looked at"),
    /** A container's port is open to everybody although the firewall refuses it. */
    PUBLISHED_PAST_FIREWALL("TB6211", Severity.ERROR, "Container port past the firewall"),
    /** A firewall is there that is not read. */
    FIREWALL_NOT_READ("TB6212", Severity.WARNING, "Firewall that is not read"),
    /** The firewall holds for one family of addresses only. */
    ONE_FAMILY("TB6213", Severity.ERROR, "IPv6 past the firewall"),
    /** A firewall is set up and does not hold. */
    FIREWALL_IDLE("TB6214", Severity.ERROR, "Firewall without effect"),
    /** A program on the server itself listens, and everybody reaches it. */
    LISTENS_TO_ALL("TB6215", Severity.WARNING, "Program that listens to everybody"),
    /** Root may log in with a password. */
    ROOT_PASSWORD("TB6221", Severity.ERROR, "Root logs in with a password"),
    /** A user becomes root without being asked for anything. */
    ROOT_UNASKED("TB6222", Severity.ERROR, "User who is root"),
    /** A user becomes root with a password. */
    ROOT_ASKED("TB6223", Severity.WARNING, "User who becomes root"),
    /** A line of sudo allows more than it names. */
    SUDO_WIDE("TB6224", Severity.ERROR, "Line of sudo that gives more than it names"),
    /** An account has an empty password. */
    NO_PASSWORD("TB6225", Severity.ERROR, "Account without a password"),
    /** Nobody who fails to log in is shut out. */
    NO_BANS("TB6231", Severity.WARNING, "Nobody is shut out"),
    /** Bans leave out what comes for containers. */
    BANS_PAST_CONTAINERS("TB6232", Severity.WARNING, "Bans that containers do not notice"),
    /** Security updates do not install themselves. */
    NO_UPDATES("TB6233", Severity.WARNING, "No updates by themselves");

    private final String id;
    private final Severity severity;
    private final String summary;

    SurveyCode(String id, Severity severity, String summary) {
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
