package kz.tapbot.diagnostic.code;

/** Codes of single values (TB10xx) and of the JSON form (TB11xx). */
public enum ModelCode implements Code {
    /** A name breaks the rule for names. */
    BAD_NAME("TB1001", "Name not allowed"),
    /** A name is reserved. */
    RESERVED_NAME("TB1002", "Name is reserved"),
    /** A port number or protocol is out of range. */
    BAD_PORT("TB1003", "Port not allowed"),
    /** An IP address, network or host address cannot be read. */
    BAD_ADDRESS("TB1004", "Address not allowed"),
    /** A domain or host name cannot be used. */
    BAD_HOST_NAME("TB1005", "Host name not allowed"),
    /** A path is not absolute and plain. */
    BAD_PATH("TB1006", "Path not allowed"),
    /** An image reference is malformed, has no tag, or has the tag latest. */
    BAD_IMAGE("TB1007", "Image reference not allowed"),
    /** A size, share, percentage or amount is out of range. */
    BAD_QUANTITY("TB1008", "Quantity not allowed"),
    /** An environment variable's name or value cannot be passed on. */
    BAD_ENVIRONMENT("TB1009", "Environment variable not allowed"),
    /** A schedule cannot be read. */
    BAD_SCHEDULE("TB1010", "Schedule not allowed"),
    /** A command has no program or holds a character that cannot be passed on. */
    BAD_COMMAND("TB1011", "Command not allowed"),
    /** A text holds control characters or is too long. */
    BAD_TEXT("TB1012", "Text not allowed"),
    /** A user, group, package, unit or key breaks the rule of the system it is for. */
    BAD_SYSTEM_NAME("TB1013", "System name not allowed"),
    /** A secret looks like a value given in place of a reference. */
    PLAIN_SECRET("TB1014", "Secret given as plain text"),
    /** A required part is missing. */
    MISSING_PART("TB1015", "Required part missing"),
    /** The JSON text is not well formed. */
    JSON_SYNTAX("TB1101", "JSON not readable"),
    /** The JSON holds a field that the format does not know. */
    JSON_UNKNOWN_FIELD("TB1102", "JSON field unknown"),
    /** The JSON holds the same key twice. */
    JSON_DUPLICATE_KEY("TB1103", "JSON key given twice"),
    /** The JSON is larger or deeper than the format allows. */
    JSON_TOO_LARGE("TB1104", "JSON too large"),
    /** The format version is missing or not one that this version reads. */
    JSON_VERSION("TB1105", "JSON format version not readable"),
    /** A JSON value is of another kind than is due; one that breaks its own rule has that rule's code. */
    JSON_BAD_VALUE("TB1106", "JSON value not allowed"),
    /** The file cannot be read to its end, or reading on is no use. */
    JSON_FILE("TB1107", "Topology file not readable");

    private final String id;
    private final String summary;

    ModelCode(String id, String summary) {
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
