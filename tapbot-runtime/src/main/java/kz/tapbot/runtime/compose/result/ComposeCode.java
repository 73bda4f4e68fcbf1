package kz.tapbot.runtime.compose.result;

import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.diagnostic.code.Severity;

/** Codes of Compose files: of what an export leaves out (TB610x), of reading one (TB611x), and of mistakes in one (TB612x). */
public enum ComposeCode implements Code {
    /** Something of the topology has no words in Compose. */
    NOT_IN_COMPOSE("TB6101", Severity.WARNING, "Compose cannot say this"),
    /** The text is no YAML, or more of it than is read. */
    NOT_YAML("TB6111", Severity.ERROR, "YAML not readable"),
    /** Something in the file is of another form than Compose asks for. */
    NOT_COMPOSE("TB6112", Severity.ERROR, "Compose file not understood"),
    /** Something in the file has no words in Tapbot. */
    NOT_CARRIED("TB6113", Severity.WARNING, "Not carried over"),
    /** The engine knows a thing by a name that Tapbot cannot give. */
    OTHER_NAME("TB6114", Severity.WARNING, "Name cannot be kept"),
    /** A value depends on what is not known here. */
    UNKNOWN_VALUE("TB6115", Severity.WARNING, "Value not known"),
    /** Something is carried over in other words. */
    SAID_OTHERWISE("TB6116", Severity.NOTE, "Said in another way"),
    /** An image has no tag, or the tag latest. */
    NOT_PINNED("TB6121", Severity.ERROR, "Image not pinned"),
    /** A password, key or token stands in the file. */
    PASSWORD("TB6122", Severity.ERROR, "Password in the file"),
    /** A page for people is served to everybody, and nothing asks for a login. */
    NO_LOGIN("TB6123", Severity.ERROR, "Web interface without a login"),
    /** A store of data asks for no password. */
    OPEN_STORE("TB6124", Severity.ERROR, "Data store without a password"),
    /** A proxy's label names a network on which it cannot reach the service. */
    PROXY_NETWORK("TB6125", Severity.ERROR, "Proxy cannot reach the service"),
    /** A proxy's rule is written for another version of it. */
    RULE_SYNTAX("TB6126", Severity.ERROR, "Rule of another Traefik"),
    /** A health check runs a program that many images lack. */
    CHECK_PROGRAM("TB6127", Severity.WARNING, "Health check's program may be missing"),
    /** A variable without which the program does not start is not set. */
    VARIABLE_MISSING("TB6128", Severity.ERROR, "Required variable missing"),
    /** A configuration file of PostgreSQL that is mounted does not say whom it listens to. */
    NOBODY_CONNECTS("TB6129", Severity.WARNING, "Database may listen to nobody"),
    /** A log grows until the disk is full. */
    LOG_GROWS("TB6130", Severity.WARNING, "Log without rotation"),
    /** Certificates are asked for by a challenge that nobody can answer. */
    NO_CHALLENGE("TB6131", Severity.ERROR, "Certificates cannot be issued"),
    /** A text that other readers of YAML take for a number or a truth value. */
    READ_OTHERWISE("TB6132", Severity.WARNING, "Read as something else by others"),
    /** The engine's socket is in a container that a proxy serves to others. */
    SOCKET_SERVED("TB6133", Severity.ERROR, "Engine socket in a web-facing container"),
    /** A store of data is on a network with a way out. */
    STORE_WAY_OUT("TB6134", Severity.WARNING, "Data store on a network with a way out");

    private final String id;
    private final Severity severity;
    private final String summary;

    ComposeCode(String id, Severity severity, String summary) {
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
