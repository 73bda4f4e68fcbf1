package kz.tapbot.runtime.compose.internal.write;

import java.time.Duration;
import kz.tapbot.model.value.DataSize;

/** Sizes and times as Compose writes them. */
final class Amounts {

    private static final String[] UNITS = {"b", "k", "m", "g"};

    private Amounts() {}

    /** In the largest unit that is exact: {@code 512m}. */
    static String size(DataSize size) {
        long rest = size.bytes();
        int power = 0;
        while (power < UNITS.length - 1 && rest % 1024 == 0) {
            rest /= 1024;
            power++;
        }
        return rest + UNITS[power];
    }

    /** As Go writes durations, in whole seconds where that is exact: {@code 90s}, {@code 1500ms}. */
    static String time(Duration time) {
        if (time.toNanosPart() == 0) {
            return time.toSeconds() + "s";
        }
        return time.toNanosPart() % 1_000_000 == 0 ? time.toMillis() + "ms" : time.toNanos() / 1000 + "us";
    }
}
