package kz.tapbot.model.service;

/** Who asks a visitor to log in. */
public enum LoginKind {
    /** The service itself, from the first second. */
    OWN,
    /** The proxy, by user name and password (RFC 7617) before anything reaches the service. */
    PROXY,
    /** Nobody: it is meant for everybody, for a stated reason. */
    NOBODY
}
