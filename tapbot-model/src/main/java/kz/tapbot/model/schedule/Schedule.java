package kz.tapbot.model.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/** When something recurs, in the time zone of the server it runs on. */
public sealed interface Schedule {

    /** Every day at a time written as {@code 02:00}. */
    static Schedule dailyAt(String time) {
        return new Daily(time(time));
    }

    /** Every week. */
    static Schedule weekly(DayOfWeek day, String time) {
        return new Weekly(day, time(time));
    }

    /** Every month on a day from 1 to 31; months without that day are left out. */
    static Schedule monthly(int day, String time) {
        return new Monthly(day, time(time));
    }

    /** Again and again with a pause between. */
    static Schedule every(Duration pause) {
        return new Every(pause);
    }

    /** By the five fields of crontab(5). Whether they can ever match is judged with the topology. */
    static Schedule cron(String expression) {
        return new Cron(expression);
    }

    private static LocalTime time(String text) {
        try {
            LocalTime time = LocalTime.parse(text);
            if (time.getSecond() == 0 && time.getNano() == 0) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw new InvalidValueException(
                ModelCode.BAD_SCHEDULE,
                "A time of day is written as hours and minutes, for example 02:00, not "
                        + InvalidValueException.show(text) + ".");
    }

    /**
     * Every day.
     *
     * @param at the time of day
     */
    record Daily(LocalTime at) implements Schedule {
        @Override
        public String toString() {
            return "daily at " + at;
        }
    }

    /**
     * Every week.
     *
     * @param day the day of the week
     * @param at the time of day
     */
    record Weekly(DayOfWeek day, LocalTime at) implements Schedule {
        @Override
        public String toString() {
            return "weekly on " + day + " at " + at;
        }
    }

    /**
     * Every month.
     *
     * @param day the day of the month, 1 to 31
     * @param at the time of day
     */
    record Monthly(int day, LocalTime at) implements Schedule {
        /** Checks the day. */
        public Monthly {
            if (day < 1 || day > 31) {
                throw new InvalidValueException(
                        ModelCode.BAD_SCHEDULE, "A day of the month lies between 1 and 31, not " + day + ".");
            }
        }

        @Override
        public String toString() {
            return "monthly on day " + day + " at " + at;
        }
    }

    /**
     * Again and again.
     *
     * @param pause at least one minute
     */
    record Every(Duration pause) implements Schedule {
        /** Checks the pause. */
        public Every {
            if (pause.compareTo(Duration.ofMinutes(1)) < 0 || pause.toDays() > 366) {
                throw new InvalidValueException(
                        ModelCode.BAD_SCHEDULE,
                        "What recurs does so at most once a minute and at least once a year, not every " + pause + ".");
            }
        }

        @Override
        public String toString() {
            return "every " + pause;
        }
    }

    /**
     * By a cron expression.
     *
     * @param expression five fields: minute, hour, day of month, month, day of week
     */
    record Cron(String expression) implements Schedule {
        /** Checks the shape. */
        public Cron {
            if (expression.length() > 100 || !expression.matches("[0-9A-Za-z*/,-]+( [0-9A-Za-z*/,-]+){4}")) {
                throw new InvalidValueException(
                        ModelCode.BAD_SCHEDULE,
                        "A cron expression has five fields, minute hour day month weekday, for example \"0 2 * * *\"; "
                                + InvalidValueException.show(expression) + " has not.");
            }
        }

        @Override
        public String toString() {
            return "cron " + expression;
        }
    }
}
