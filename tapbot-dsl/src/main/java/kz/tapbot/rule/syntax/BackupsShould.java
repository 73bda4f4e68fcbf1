package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Subject;

/** Says what is demanded of backups; in quotes the words of the sentence. */
public interface BackupsShould {

    /** Demands that they run by themselves: "be scheduled". */
    ShouldConjunction<Subject.OfBackup, BackupsShould> beScheduled();

    /** Demands a copy that outlives every server: "leave the servers". */
    ShouldConjunction<Subject.OfBackup, BackupsShould> leaveTheServers();

    /** Demands encryption: "be encrypted". */
    ShouldConjunction<Subject.OfBackup, BackupsShould> beEncrypted();

    /** Demands that restoring is tried: "be restored as a drill". */
    ShouldConjunction<Subject.OfBackup, BackupsShould> beRestoredAsADrill();

    /** Demands that some destination keeps copies for so many days: "keep copies for 30 days". */
    ShouldConjunction<Subject.OfBackup, BackupsShould> keepCopiesForDays(int days);
}
