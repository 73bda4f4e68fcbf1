package kz.tapbot.validate.internal.schedules;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/** Reads crontab(5) expressions. A class of its own, so that the library is loaded only where one is declared. */
final class Crontab {

    /** A year with a 29th of February, so that this day counts as one that comes. */
    private static final ZonedDateTime START = ZonedDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private Crontab() {}

    /** Why the expression never matches, as the end of a sentence; empty if it does. */
    static Optional<String> problem(String expression) {
        Cron cron;
        try {
            CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
            cron = parser.parse(expression).validate();
        } catch (IllegalArgumentException e) {
            return Optional.of("cannot be read" + reason(e));
        }
        return ExecutionTime.forCron(cron).nextExecution(START).isPresent()
                ? Optional.empty()
                : Optional.of("matches no day of any year");
    }

    /** What the library says behind its own introduction, such as "value 61 not in range [0, 59]". */
    private static String reason(IllegalArgumentException e) {
        String message = e.getMessage();
        int colon = message == null ? -1 : message.indexOf(". ");
        if (message == null || colon < 0) {
            return "";
        }
        String rest = message.substring(colon + 2);
        return rest.isEmpty() ? "" : ": " + rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
    }
}
