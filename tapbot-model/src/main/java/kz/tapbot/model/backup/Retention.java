package kz.tapbot.model.backup;

import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/**
 * How long copies are kept: the last of each of so many days, weeks and months.
 *
 * @param days how many days, from 0
 * @param weeks how many weeks, from 0
 * @param months how many months, from 0
 */
public record Retention(int days, int weeks, int months) {

    /** Checks that something is kept. */
    public Retention {
        boolean good = days >= 0 && weeks >= 0 && months >= 0 && days <= 3660 && weeks <= 520 && months <= 120;
        if (!good || days + weeks + months == 0) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY,
                    "A retention keeps copies of at least one day, week or month, and of at most ten years.");
        }
    }

    /** So many days. */
    public static Retention days(int days) {
        return new Retention(days, 0, 0);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        append(out, days, "day");
        append(out, weeks, "week");
        append(out, months, "month");
        return out.toString();
    }

    private static void append(StringBuilder out, int count, String noun) {
        if (count > 0) {
            out.append(out.isEmpty() ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(noun)
                    .append(count == 1 ? "" : "s");
        }
    }
}
