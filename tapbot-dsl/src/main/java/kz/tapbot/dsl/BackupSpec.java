package kz.tapbot.dsl;

import java.time.DayOfWeek;
import java.util.function.Consumer;
import kz.tapbot.model.schedule.Schedule;

/** The scope of a backup. */
public interface BackupSpec extends Scope<BackupSpec> {

    /** Saves data that services store. */
    BackupSpec of(StoredDataRef... data);

    /** Saves volumes as files. */
    BackupSpec of(VolumeRef... volumes);

    /** Saves directories. */
    BackupSpec of(DirectoryRef... directories);

    /** Saves every day at a time such as {@code 02:00}. */
    BackupSpec dailyAt(String time);

    /** Saves every week. */
    BackupSpec weekly(DayOfWeek day, String time);

    /** Saves by a schedule. */
    BackupSpec at(Schedule schedule);

    /** Keeps copies somewhere, for as long as is said. */
    BackupSpec to(BackupDestination destination, Consumer<? super KeepSpec> keep);

    /** Encrypts copies with a key. */
    BackupSpec encryptedWith(Secret key);

    /** Restores a copy now and then to prove that it can be. */
    BackupSpec restoreDrill(Drill drill);
}
