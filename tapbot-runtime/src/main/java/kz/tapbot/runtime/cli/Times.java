package kz.tapbot.runtime.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.daily.Since;

/** Reads times as people type them. */
final class Times {

    private Times() {}

    /**
     * A number and a unit.
     *
     * @param example what would be right
     */
    static Duration duration(String text, String example) {
        int unit = 0;
        while (unit < text.length() && text.charAt(unit) >= '0' && text.charAt(unit) <= '9') {
            unit++;
        }
        if (unit == 0 || unit > 6) {
            throw bad(text, example);
        }
        long amount = Long.parseLong(text.substring(0, unit));
        return switch (text.substring(unit)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> throw bad(text, example);
        };
    }

    /** A moment: how long ago, or when. */
    static Since since(String text) {
        if (text.indexOf('T') < 0) {
            return new Since.Ago(duration(text, "--since 10m"));
        }
        try {
            return new Since.At(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new UsageException(
                    "Not a moment: " + Shown.of(text) + ".",
                    "A moment is a date and time with its offset, for example --since 2026-05-01T10:00:00Z");
        }
    }

    private static UsageException bad(String text, String example) {
        return new UsageException(
                "Not a time: " + Shown.of(text) + ".", "A time is a number and ms, s, m or h, for example " + example);
    }
}
