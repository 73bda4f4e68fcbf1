package kz.tapbot.model.value;

import kz.tapbot.diagnostic.code.ModelCode;

/**
 * A whole percentage.
 *
 * @param value 0 to 100
 */
public record Percent(int value) {

    /** Checks the range. */
    public Percent {
        if (value < 0 || value > 100) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "A percentage lies between 0 and 100, not " + value + ".");
        }
    }

    /** So many percent. */
    public static Percent percent(int value) {
        return new Percent(value);
    }

    @Override
    public int value() {
        return value;
    }

    @Override
    public String toString() {
        return value + "%";
    }
}
