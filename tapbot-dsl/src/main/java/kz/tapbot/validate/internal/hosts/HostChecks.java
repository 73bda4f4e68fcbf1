package kz.tapbot.validate.internal.hosts;

import java.util.List;
import kz.tapbot.validate.internal.Check;

/** The checks of this package. */
public final class HostChecks {

    private HostChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(new Access(), new Administrators(), new Delegates(), new Jumps());
    }
}
