package kz.tapbot.dsl;

import java.time.DayOfWeek;
import kz.tapbot.model.schedule.Schedule;

/**
 * How often a copy is restored to prove that it can be.
 *
 * @param schedule when
 */
public record Drill(Schedule schedule) {

    /** On the first of every month at 04:00. */
    public static Drill monthly() {
        return new Drill(Schedule.monthly(1, "04:00"));
    }

    /** Every Sunday at 04:00. */
    public static Drill weekly() {
        return new Drill(Schedule.weekly(DayOfWeek.SUNDAY, "04:00"));
    }

    /** At times of one's own. */
    public static Drill on(Schedule schedule) {
        return new Drill(schedule);
    }
}
