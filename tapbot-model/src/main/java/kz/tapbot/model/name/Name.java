package kz.tapbot.model.name;

/**
 * A typed name: 1 to 40 lower-case ASCII letters, digits and hyphens, beginning with a letter and not ending with a hyphen, so
 * that it can be a DNS label (RFC 1123), a container name and part of a unit name alike. Names that Docker or Unix use for
 * themselves are reserved.
 */
public interface Name {

    /** The name as text. */
    String value();
}
