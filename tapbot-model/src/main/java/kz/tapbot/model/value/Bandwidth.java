package kz.tapbot.model.value;

import kz.tapbot.diagnostic.code.ModelCode;

/**
 * The rate of a server's uplink.
 *
 * @param megabitsPerSecond Mbit/s, 1 to 1,000,000
 */
public record Bandwidth(int megabitsPerSecond) {

    /** Checks the range. */
    public Bandwidth {
        if (megabitsPerSecond < 1 || megabitsPerSecond > 1_000_000) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY,
                    "A bandwidth lies between 1 and 1000000 Mbit/s, not " + megabitsPerSecond + ".");
        }
    }

    /** So many Mbit/s. */
    public static Bandwidth mbit(int megabitsPerSecond) {
        return new Bandwidth(megabitsPerSecond);
    }
}
