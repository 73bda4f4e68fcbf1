package kz.tapbot.validate.internal.schedules;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import kz.tapbot.model.schedule.Schedule;

/**
 * What a schedule says about day and time, as far as it names one.
 *
 * @param at the time of day
 * @param weekday the only day of the week
 * @param day the only day of the month; 0 for every day
 */
record Times(Optional<LocalTime> at, Optional<DayOfWeek> weekday, int day) {

    private static final Times NONE = new Times(Optional.empty(), Optional.empty(), 0);

    static Times of(Schedule schedule) {
        if (schedule instanceof Schedule.Daily daily) {
            return new Times(Optional.of(daily.at()), Optional.empty(), 0);
        }
        if (schedule instanceof Schedule.Weekly weekly) {
            return new Times(Optional.of(weekly.at()), Optional.of(weekly.day()), 0);
        }
        if (schedule instanceof Schedule.Monthly monthly) {
            return new Times(Optional.of(monthly.at()), Optional.empty(), monthly.day());
        }
        return schedule instanceof Schedule.Cron cron ? of(cron.expression().split(" ", -1)) : NONE;
    }

    /** Of the fields of crontab(5), where minute and hour are plain numbers and not both kinds of day are given. */
    private static Times of(String[] fields) {
        boolean plain = isNumber(fields[0]) && isNumber(fields[1]) && fields[3].equals("*");
        boolean everyDay = fields[2].equals("*");
        boolean everyWeekday = fields[4].equals("*");
        if (!plain
                || !everyDay && !everyWeekday
                || !everyDay && !isNumber(fields[2])
                || !everyWeekday && !isNumber(fields[4])) {
            return NONE;
        }
        LocalTime at = LocalTime.of(Integer.parseInt(fields[1]), Integer.parseInt(fields[0]));
        // Sunday is 0 or 7 there, and 7 in Java.
        Optional<DayOfWeek> weekday = everyWeekday
                ? Optional.empty()
                : Optional.of(DayOfWeek.of(fields[4].equals("0") ? 7 : Integer.parseInt(fields[4])));
        return new Times(Optional.of(at), weekday, everyDay ? 0 : Integer.parseInt(fields[2]));
    }

    private static boolean isNumber(String field) {
        return field.length() <= 2 && field.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
