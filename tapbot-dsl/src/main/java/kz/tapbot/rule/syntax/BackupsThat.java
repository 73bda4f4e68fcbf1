package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Subject;

/** Says which backups; in quotes the words of the sentence. */
public interface BackupsThat {

    /** Chooses by name: "are named nightly". */
    GivenConjunction<Subject.OfBackup, BackupsThat, BackupsShould> areNamed(String... names);

    /** Chooses those that run by themselves: "are scheduled". */
    GivenConjunction<Subject.OfBackup, BackupsThat, BackupsShould> areScheduled();
}
