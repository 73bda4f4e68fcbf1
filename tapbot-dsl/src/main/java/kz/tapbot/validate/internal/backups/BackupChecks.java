package kz.tapbot.validate.internal.backups;

import java.util.List;
import kz.tapbot.validate.internal.Check;

/** The checks of this package. */
public final class BackupChecks {

    private BackupChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(
                new BackupParts(),
                new BackupPlaces(),
                new BackupKeys(),
                new BackupOfData(),
                new Coverage(),
                new VolumeWriters(),
                new RetentionTooShort());
    }
}
