package kz.tapbot.dsl;

import kz.tapbot.model.net.HostName;

/** A declared DNS zone. */
public interface ZoneRef extends Handle {

    /** Its name. */
    HostName name();

    /** A name in the zone, such as {@code dir} for {@code dir.tapbot.kz}. */
    HostRef host(String label);

    /** The zone's own name. */
    HostRef apex();
}
