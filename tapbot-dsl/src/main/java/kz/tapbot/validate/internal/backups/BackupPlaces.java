package kz.tapbot.validate.internal.backups;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2603 and TB2615, lesson 22: copies lay only on the disk that they protected. */
final class BackupPlaces implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Backup backup : estate.topology().backups()) {
            if (!backup.targets().isEmpty()) {
                sameDisk(findings, backup);
            }
            for (BackupSource source : backup.sources()) {
                for (BackupTarget target : backup.targets()) {
                    inside(findings, backup, source, target);
                }
            }
        }
    }

    private static void sameDisk(Findings findings, Backup backup) {
        List<BackupSource> lost = new ArrayList<>();
        for (BackupSource source : backup.sources()) {
            if (onlyWithItself(backup, source)) {
                lost.add(source);
            }
        }
        if (!lost.isEmpty()) {
            Subject said = Subject.of(backup.address(), backup.places(), "targets");
            String others = lost.size() == 1 ? "" : " and " + (lost.size() - 1) + " more sources";
            findings.add(
                    TopologyCode.BACKUP_ON_SAME_DISK,
                    said,
                    """
                    {} puts every copy of {}{} on server:{}, where that is itself.
                    What takes the disk, or the server, takes the data and all its copies in one moment.
                    Add a destination that outlives the server:
                        .to(S3.bucket("backups"), keep -> keep.days(30))
                    """,
                    said,
                    Source.name(lost.get(0)),
                    others,
                    lost.get(0).on());
        }
    }

    private static boolean onlyWithItself(Backup backup, BackupSource source) {
        for (BackupTarget target : backup.targets()) {
            if (!isOn(target, source)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOn(BackupTarget target, BackupSource source) {
        return target.destination() instanceof Destination.Directory directory
                && directory.server().equals(source.on());
    }

    private static void inside(Findings findings, Backup backup, BackupSource source, BackupTarget target) {
        if (source.directory().isPresent()
                && isOn(target, source)
                && target.destination() instanceof Destination.Directory directory
                && isWithin(directory.path(), source.directory().get())) {
            Subject said = Subject.of(backup.address(), backup.places(), "targets");
            findings.add(TopologyCode.BACKUP_INSIDE_SOURCE, said, """
                    {} saves {} into {}, which lies inside it.
                    Each copy would hold all copies before it, until the disk is full.
                    Put the copies outside of what is saved.
                    """, said, Source.name(source), directory);
        }
    }

    private static boolean isWithin(HostPath path, HostPath directory) {
        return path.equals(directory)
                || directory.value().equals("/")
                || path.value().startsWith(directory.value() + "/");
    }
}
