package kz.tapbot.model.value;

import java.math.BigDecimal;
import kz.tapbot.diagnostic.code.ModelCode;

/**
 * An amount of processor time in thousandths of a core, 1 to 1,024,000.
 *
 * @param millis thousandths of a core
 */
public record Cpus(int millis) implements Comparable<Cpus> {

    private static final int MAX = 1_024_000;

    /** Checks the range. */
    public Cpus {
        if (millis < 1 || millis > MAX) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY,
                    "A number of CPUs lies between 0.001 and 1024, not " + BigDecimal.valueOf(millis, 3) + ".");
        }
    }

    /** So many whole cores. */
    public static Cpus cpus(int cores) {
        return new Cpus(cores < 0 || cores > MAX / 1000 ? -1 : cores * 1000);
    }

    /**
     * Reads a decimal number with at most three places, for example {@code 0.5}.
     *
     * @throws InvalidValueException if the text is anything else
     */
    public static Cpus of(String text) {
        if (text.length() <= 8 && text.matches("[0-9]{1,4}(\\.[0-9]{1,3})?")) {
            return new Cpus(new BigDecimal(text).movePointRight(3).intValueExact());
        }
        throw new InvalidValueException(
                ModelCode.BAD_QUANTITY,
                "A number of CPUs is written like 2 or 0.5, not " + InvalidValueException.show(text) + ".");
    }

    @Override
    public int compareTo(Cpus other) {
        return Integer.compare(millis, other.millis);
    }

    @Override
    public String toString() {
        BigDecimal cores = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return (cores.scale() < 0 ? cores.setScale(0) : cores).toPlainString();
    }
}
