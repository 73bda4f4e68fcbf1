package kz.tapbot.model.net;

/** The type of a DNS record (RFC 1035 and successors). */
public enum RecordType {
    /** An IPv4 address. */
    A,
    /** An IPv6 address (RFC 3596). */
    AAAA,
    /** Another name. */
    CNAME,
    /** Free text. */
    TXT,
    /** A mail exchanger with its preference. */
    MX,
    /** Who may issue certificates (RFC 8659). */
    CAA
}
