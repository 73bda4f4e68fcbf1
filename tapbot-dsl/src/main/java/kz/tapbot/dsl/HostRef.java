package kz.tapbot.dsl;

import kz.tapbot.model.net.HostName;

/** A host name of a declared zone, and the path on it that is meant. */
public interface HostRef extends Handle {

    /** The whole name. */
    HostName name();

    /** The path; {@code /} for all. */
    String path();

    /** The same name, from that path on. */
    HostRef path(String path);
}
