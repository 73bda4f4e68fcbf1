package kz.tapbot.rule.internal;

import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.BackupsShould;
import kz.tapbot.rule.syntax.BackupsThat;
import kz.tapbot.rule.syntax.GivenConjunction;

/** The words by which backups are chosen. */
final class BackupsWords implements BackupsThat {

    private final Choosing<Subject.OfBackup, BackupsThat, BackupsShould> choosing;

    BackupsWords(Choosing<Subject.OfBackup, BackupsThat, BackupsShould> choosing) {
        this.choosing = choosing;
    }

    @Override
    public GivenConjunction<Subject.OfBackup, BackupsThat, BackupsShould> areNamed(String... names) {
        return choosing.where(
                "are named " + Words.or(names),
                Words.named(names, backup -> backup.backup().name().value()));
    }

    @Override
    public GivenConjunction<Subject.OfBackup, BackupsThat, BackupsShould> areScheduled() {
        return choosing.where(
                "are scheduled", backup -> backup.backup().schedule().isPresent());
    }
}
