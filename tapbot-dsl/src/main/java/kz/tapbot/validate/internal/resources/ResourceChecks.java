package kz.tapbot.validate.internal.resources;

import java.util.List;
import kz.tapbot.validate.internal.Check;

/** The checks of this package. */
public final class ResourceChecks {

    private ResourceChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(new Memory(), new Processors(), new Disk());
    }
}
