package kz.tapbot.model.name;

/**
 * The name of a backup, unique in its topology.
 *
 * @param value the name, see {@link Name}
 */
public record BackupName(String value) implements Name, Comparable<BackupName> {

    /** Checks the name. */
    public BackupName {
        value = Names.check("backup name", value);
    }

    /**
     * The name of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static BackupName of(String value) {
        return new BackupName(value);
    }

    @Override
    public int compareTo(BackupName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
