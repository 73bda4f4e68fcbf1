package kz.tapbot.rule.internal;

import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.BackupsShould;
import kz.tapbot.rule.syntax.ShouldConjunction;

/** The words by which something is demanded of backups. */
final class BackupsDemands implements BackupsShould {

    private final Demanding<Subject.OfBackup, BackupsShould> demanding;

    BackupsDemands(Demanding<Subject.OfBackup, BackupsShould> demanding) {
        this.demanding = demanding;
    }

    @Override
    public ShouldConjunction<Subject.OfBackup, BackupsShould> beScheduled() {
        return demanding.must(Backups.SCHEDULED);
    }

    @Override
    public ShouldConjunction<Subject.OfBackup, BackupsShould> leaveTheServers() {
        return demanding.must(Backups.OFF_SITE);
    }

    @Override
    public ShouldConjunction<Subject.OfBackup, BackupsShould> beEncrypted() {
        return demanding.must(Backups.ENCRYPTED);
    }

    @Override
    public ShouldConjunction<Subject.OfBackup, BackupsShould> beRestoredAsADrill() {
        return demanding.must(Backups.DRILL);
    }

    @Override
    public ShouldConjunction<Subject.OfBackup, BackupsShould> keepCopiesForDays(int days) {
        return demanding.must(Backups.keep(days));
    }
}
