package kz.tapbot.validate.internal.schedules;

import java.util.List;
import kz.tapbot.validate.internal.Check;

/** The checks of this package. */
public final class ScheduleChecks {

    private ScheduleChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(new Schedules(), new Alerts());
    }
}
