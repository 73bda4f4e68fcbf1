package kz.tapbot.model.host;

import java.time.Duration;
import java.util.Comparator;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/**
 * A jail of fail2ban (jail.conf(5)): who fails too often is shut out for a while.
 *
 * @param name the jail's name as fail2ban knows it
 * @param maxRetry failures that are too many, from 1
 * @param findTime within which they count
 * @param banTime how long it lasts; at least a minute
 */
public record Jail(String name, int maxRetry, Duration findTime, Duration banTime) implements Comparable<Jail> {

    private static final Comparator<Jail> ORDER = Comparator.comparing(Jail::name)
            .thenComparingInt(Jail::maxRetry)
            .thenComparing(Jail::findTime)
            .thenComparing(Jail::banTime);

    /** Checks name and times. */
    public Jail {
        boolean good = name.matches("[a-z0-9][a-z0-9-]{0,25}")
                && maxRetry >= 1
                && maxRetry <= 1000
                && findTime.toSeconds() >= 10
                && findTime.toDays() <= 365
                && banTime.toSeconds() >= 60
                && banTime.toDays() <= 365;
        if (!good) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY,
                    "A jail has a short lower-case name, 1 to 1000 retries, a find time of 10 seconds or more, and bans for a minute "
                            + "to a year.");
        }
    }

    /** Five failures in ten minutes shut out for an hour. */
    public static Jail of(String name) {
        return new Jail(name, 5, Duration.ofMinutes(10), Duration.ofHours(1));
    }

    @Override
    public int compareTo(Jail other) {
        return ORDER.compare(this, other);
    }
}
