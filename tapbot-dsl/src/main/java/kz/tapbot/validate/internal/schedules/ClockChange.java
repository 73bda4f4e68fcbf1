package kz.tapbot.validate.internal.schedules;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.Optional;

/** Tells from a time zone's rules alone, without a clock, whether a schedule falls into the hour that is skipped in spring. */
final class ClockChange {

    /** Weekdays and dates repeat after 28 years. */
    private static final int FIRST_YEAR = 2026;

    private static final int YEARS = 28;

    private ClockChange() {}

    /**
     * The times that do not exist on one day of the year.
     *
     * @param from the first of them
     * @param to the first that exists again
     */
    record Gap(LocalTime from, LocalTime to) {}

    static Optional<Gap> skipped(ZoneId zone, Times times) {
        if (times.at().isEmpty() || zone.getRules().isFixedOffset()) {
            return Optional.empty();
        }
        for (ZoneOffsetTransitionRule rule : zone.getRules().getTransitionRules()) {
            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                ZoneOffsetTransition transition = rule.createTransition(year);
                if (!transition.isGap()) {
                    break;
                }
                if (falls(transition, times)) {
                    return Optional.of(new Gap(
                            transition.getDateTimeBefore().toLocalTime(),
                            transition.getDateTimeAfter().toLocalTime()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean falls(ZoneOffsetTransition transition, Times times) {
        LocalDateTime before = transition.getDateTimeBefore();
        LocalDateTime run = before.toLocalDate().atTime(times.at().orElseThrow());
        return !run.isBefore(before)
                && run.isBefore(transition.getDateTimeAfter())
                && times.weekday().map(before.getDayOfWeek()::equals).orElse(true)
                && (times.day() == 0 || times.day() == before.getDayOfMonth());
    }
}
