package kz.tapbot.model.net;

/** A transport protocol. */
public enum Protocol {
    /** RFC 9293. */
    TCP,
    /** RFC 768. */
    UDP;

    /** The name as Docker and UFW write it. */
    public String text() {
        return this == TCP ? "tcp" : "udp";
    }
}
