package kz.tapbot.model.value;

import kz.tapbot.diagnostic.code.ModelCode;

/**
 * The permission bits of a file, without set-id and sticky bits.
 *
 * @param bits 0 to 0777 octal
 */
public record FileMode(int bits) {

    /** Owner may read, nobody else anything: for secrets. */
    public static final FileMode OWNER_READ = new FileMode(0400);

    /** Owner may read and write, all may read. */
    public static final FileMode ALL_READ = new FileMode(0644);

    /** Owner may do all, others may enter and read: for directories. */
    public static final FileMode DIRECTORY = new FileMode(0755);

    /** Checks the range. */
    public FileMode {
        if (bits < 0 || bits > 0777) {
            throw new InvalidValueException(ModelCode.BAD_QUANTITY, "A file mode lies between 0000 and 0777 (octal).");
        }
    }

    /**
     * Reads four octal digits such as {@code 0644}.
     *
     * @throws InvalidValueException if the text is anything else
     */
    public static FileMode of(String octal) {
        if (!octal.matches("0[0-7]{3}")) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY,
                    "A file mode is written as 0 and three octal digits, for example 0644, not "
                            + InvalidValueException.show(octal) + ".");
        }
        return new FileMode(Integer.parseInt(octal, 8));
    }

    @Override
    public String toString() {
        return "0" + (char) ('0' + (bits >> 6)) + (char) ('0' + (bits >> 3 & 7)) + (char) ('0' + (bits & 7));
    }
}
