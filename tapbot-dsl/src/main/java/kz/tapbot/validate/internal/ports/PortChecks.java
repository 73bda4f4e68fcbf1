package kz.tapbot.validate.internal.ports;

import java.util.List;
import kz.tapbot.validate.internal.Check;

/** The checks of this package. */
public final class PortChecks {

    private PortChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(
                new PortTwice(),
                new OpenedAndPublished(),
                new InternalPublished(),
                new PublishedToEverybody(),
                new OpenedToEverybody(),
                new EnginePort(),
                new HostAdminInterface(),
                new EphemeralPort(),
                new BoundElsewhere());
    }
}
