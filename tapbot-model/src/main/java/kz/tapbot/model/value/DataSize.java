package kz.tapbot.model.value;

import kz.tapbot.diagnostic.code.ModelCode;

/**
 * An amount of memory or disk in bytes, 1 to 8 EiB. The text form is the largest binary unit that is exact: {@code 512MiB}.
 *
 * @param bytes the number of bytes, positive
 */
public record DataSize(long bytes) implements Comparable<DataSize> {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    /** Checks that the size is positive. */
    public DataSize {
        if (bytes <= 0) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "A size must be at least one byte, not " + bytes + ".");
        }
    }

    /** So many bytes. */
    public static DataSize bytes(long bytes) {
        return new DataSize(bytes);
    }

    /** So many mebibytes (2<sup>20</sup> bytes). */
    public static DataSize mib(long mebibytes) {
        return scaled(mebibytes, 2);
    }

    /** So many gibibytes (2<sup>30</sup> bytes). */
    public static DataSize gib(long gibibytes) {
        return scaled(gibibytes, 3);
    }

    /**
     * Reads the text form: digits and one of B, KiB, MiB, GiB, TiB.
     *
     * @throws InvalidValueException if the text is anything else
     */
    public static DataSize of(String text) {
        int split = 0;
        while (split < text.length() && text.charAt(split) >= '0' && text.charAt(split) <= '9') {
            split++;
        }
        if (split > 0 && split <= 19) {
            String unit = text.substring(split);
            for (int power = 0; power < UNITS.length; power++) {
                if (UNITS[power].equals(unit)) {
                    return scaled(amount(text.substring(0, split)), power);
                }
            }
        }
        throw new InvalidValueException(
                ModelCode.BAD_QUANTITY,
                "A size is written as digits and B, KiB, MiB, GiB or TiB, for example 512MiB, not "
                        + InvalidValueException.show(text) + ".");
    }

    /** The number, or -1 if it is more than fits. */
    private static long amount(String digits) {
        return digits.length() == 19 && digits.compareTo("9223372036854775807") > 0 ? -1 : Long.parseLong(digits);
    }

    private static DataSize scaled(long amount, int power) {
        long factor = 1L << (10 * power);
        if (amount > Long.MAX_VALUE / factor || amount < 0) {
            throw new InvalidValueException(ModelCode.BAD_QUANTITY, "A size lies between 1B and 8388607TiB.");
        }
        return new DataSize(amount * factor);
    }

    /** The sum of both; what is more than fits is the most that fits. */
    public DataSize plus(DataSize other) {
        long sum = bytes + other.bytes;
        return new DataSize(sum < 0 ? Long.MAX_VALUE : sum);
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    @Override
    public String toString() {
        int power = 0;
        long rest = bytes;
        while (power < UNITS.length - 1 && rest % 1024 == 0) {
            rest /= 1024;
            power++;
        }
        return rest + UNITS[power];
    }
}
