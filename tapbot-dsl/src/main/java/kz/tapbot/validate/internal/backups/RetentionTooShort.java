package kz.tapbot.validate.internal.backups;

import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Retention;
import kz.tapbot.model.schedule.Schedule;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2610: a destination keeps copies at least until the next one is there. */
final class RetentionTooShort implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Backup backup : estate.topology().backups()) {
            long pause =
                    backup.schedule().isPresent() ? pauseDays(backup.schedule().get()) : 0;
            for (BackupTarget target : backup.targets()) {
                if (days(target.retention()) < pause) {
                    Subject said = Subject.of(backup.address(), backup.places(), "targets");
                    findings.add(
                            TopologyCode.RETENTION_TOO_SHORT,
                            said,
                            """
                            {} runs {}, and {} keeps copies for {}.
                            Between two runs there may be no copy left at all.
                            Keep them for longer than the pause, or run it more often:
                                keep -> keep.days({})
                            """,
                            said,
                            backup.schedule().orElseThrow(),
                            target.destination(),
                            target.retention(),
                            pause + 4);
                }
            }
        }
    }

    /** The longest pause between two runs in days; 0 where it is shorter or not to be told. */
    private static long pauseDays(Schedule schedule) {
        if (schedule instanceof Schedule.Weekly) {
            return 7;
        }
        if (schedule instanceof Schedule.Monthly) {
            return 31;
        }
        return schedule instanceof Schedule.Every every ? every.pause().toDays() : 0;
    }

    private static long days(Retention retention) {
        return Math.max(retention.days(), Math.max(retention.weeks() * 7L, retention.months() * 31L));
    }
}
