package kz.tapbot.validate.internal.backups;

import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2601, TB2602, TB2604, TB2605 and TB2606: what every backup has. */
final class BackupParts implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Backup backup : estate.topology().backups()) {
            Subject said = Subject.of(backup.address(), backup.places());
            sourcesAndTargets(findings, backup, said);
            if (backup.schedule().isEmpty()) {
                findings.add(TopologyCode.BACKUP_UNSCHEDULED, said, """
                        {} has no schedule.
                        It runs only when somebody remembers, and that is not on the day before the loss.
                        Say when:
                            .dailyAt("02:00")
                        """, said);
            }
            if (backup.drill().isEmpty()) {
                findings.add(TopologyCode.BACKUP_UNDRILLED, said, """
                        {} is never restored to see whether it can be.
                        A copy that nobody ever restored is a hope: dumps end early, keys get lost, formats change.
                        Let it be restored once a month beside the running service:
                            .restoreDrill(Drill.monthly())
                        """, said);
            }
            if (backup.encryption().isEmpty()) {
                unencrypted(findings, backup, said);
            }
        }
    }

    private static void sourcesAndTargets(Findings findings, Backup backup, Subject said) {
        if (backup.sources().isEmpty()) {
            findings.add(TopologyCode.BACKUP_OF_NOTHING, said, """
                    {} saves nothing.
                    It would run and succeed each time, and there would be nothing to restore.
                    Say what it saves:
                        .of(content)
                    """, said);
        }
        if (backup.targets().isEmpty()) {
            findings.add(TopologyCode.BACKUP_TO_NOWHERE, said, """
                    {} has no destination.
                    A copy that is put nowhere cannot be restored from.
                    Say where copies go, and for how long; at least one place outlives the server:
                        .to(S3.bucket("backups"), keep -> keep.days(30))
                    """, said);
        }
    }

    private static void unencrypted(Findings findings, Backup backup, Subject said) {
        for (BackupTarget target : backup.targets()) {
            if (target.destination().offSite()) {
                Subject targets =
                        Subject.of(backup.address(), backup.places(), "targets." + target.destination(), "targets");
                findings.add(TopologyCode.BACKUP_UNENCRYPTED, targets, """
                        {} goes to {} without encryption.
                        Whoever gets at that store, its owner among them, reads every customer's data.
                        Encrypt it here, and keep the key in a safe place outside the estate too:
                            .encryptedWith(Secret.file("backup-key", "/home/me/keys/backup"))
                        """, said, target.destination());
                return;
            }
        }
    }
}
