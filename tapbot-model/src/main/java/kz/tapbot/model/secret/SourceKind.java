package kz.tapbot.model.secret;

/** Where the value of a secret comes from. */
public enum SourceKind {
    /** A variable of the applying process's environment. */
    ENVIRONMENT,
    /** A file on the applying machine that only its user may read. */
    FILE,
    /** The standard output of a command on the applying machine. */
    COMMAND,
    /** Made on first use and kept on the servers that use it. */
    GENERATED
}
