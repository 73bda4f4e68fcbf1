package kz.tapbot.runtime.memory.internal.host;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When a timer is next due: the part of systemd.time(7) that Tapbot writes. {@code [Mon,Tue..Fri] [*-*-D] HH:MM[:SS]} and the words hourly, daily,
 * weekly and monthly; {@code *}, lists and {@code /n} in hours and minutes. What is not understood is never due.
 */
public final class Calendar {

    private static final Map<String, String> WORDS = Map.of(
            "hourly",
            "*-*-* *:00:00",
            "daily",
            "*-*-* 00:00:00",
            "weekly",
            "Mon *-*-* 00:00:00",
            "monthly",
            "*-*-01 00:00:00");
    private static final int DAYS = 800;

    private final ZoneId zone;

    /** In the time zone of the server. */
    public Calendar(ZoneId zone) {
        this.zone = zone;
    }

    /** The next time after now by any {@code OnCalendar=} line of a unit's text. */
    public Optional<Instant> next(String text, Instant now) {
        Optional<Instant> first = Optional.empty();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("OnCalendar=")) {
                Optional<Instant> next =
                        due(line.substring("OnCalendar=".length()).trim(), now);
                first = first.isEmpty() || next.isPresent() && next.get().isBefore(first.get())
                        ? next.or(() -> Optional.empty())
                        : first;
            }
        }
        return first;
    }

    private Optional<Instant> due(String expression, Instant now) {
        List<String> parts = new ArrayList<>(
                List.of(WORDS.getOrDefault(expression, expression).split(" +", -1)));
        Predicate<LocalDateTime> days = any -> true;
        if (!parts.isEmpty() && Character.isLetter(parts.get(0).charAt(0))) {
            days = weekdays(parts.remove(0));
        }
        if (parts.size() == 2) {
            Predicate<LocalDateTime> before = days;
            Predicate<LocalDateTime> dates = dates(parts.remove(0));
            days = day -> before.test(day) && dates.test(day);
        }
        if (parts.size() != 1) {
            return Optional.empty();
        }
        return first(days, times(parts.get(0)), now);
    }

    private Optional<Instant> first(Predicate<LocalDateTime> days, List<LocalTime> times, Instant now) {
        LocalDateTime today = LocalDateTime.ofInstant(now, zone).toLocalDate().atStartOfDay();
        for (int ahead = 0; ahead < DAYS && !times.isEmpty(); ahead++) {
            LocalDateTime day = today.plusDays(ahead);
            if (days.test(day)) {
                for (LocalTime time : times) {
                    Instant due =
                            ZonedDateTime.of(day.toLocalDate(), time, zone).toInstant();
                    if (due.isAfter(now)) {
                        return Optional.of(due);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Predicate<LocalDateTime> weekdays(String text) {
        List<DayOfWeek> all = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int range = part.indexOf("..");
            DayOfWeek from = day(range < 0 ? part : part.substring(0, range));
            DayOfWeek to = range < 0 ? from : day(part.substring(range + 2));
            for (DayOfWeek day = from; ; day = day.plus(1)) {
                all.add(day);
                if (day == to) {
                    break;
                }
            }
        }
        return date -> all.contains(date.getDayOfWeek());
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (text.length() >= 3 && day.name().startsWith(text.substring(0, 3).toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        return DayOfWeek.MONDAY;
    }

    private static Predicate<LocalDateTime> dates(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length != 3) {
            return any -> false;
        }
        List<Integer> months = numbers(parts[1], 1, 12);
        List<Integer> days = numbers(parts[2], 1, 31);
        return date -> months.contains(date.getMonthValue()) && days.contains(date.getDayOfMonth());
    }

    private static List<LocalTime> times(String text) {
        String[] parts = text.split(":", -1);
        List<LocalTime> all = new ArrayList<>();
        if (parts.length >= 2) {
            for (int hour : numbers(parts[0], 0, 23)) {
                for (int minute : numbers(parts[1], 0, 59)) {
                    all.add(LocalTime.of(hour, minute));
                }
            }
        }
        return all;
    }

    private static List<Integer> numbers(String text, int least, int most) {
        List<Integer> all = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int slash = part.indexOf('/');
            String start = slash < 0 ? part : part.substring(0, slash);
            int step = slash < 0 ? most + 1 : Integer.parseInt(part.substring(slash + 1));
            if (start.equals("*")) {
                step = slash < 0 ? 1 : step;
                start = String.valueOf(least);
            }
            if (!start.matches("[0-9]{1,2}")) {
                return List.of();
            }
            for (int value = Integer.parseInt(start); value >= least && value <= most; value += step) {
                all.add(value);
            }
        }
        return all;
    }
}
