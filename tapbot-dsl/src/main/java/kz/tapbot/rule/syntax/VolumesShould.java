package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Subject;

/** Says what is demanded of volumes; in quotes the words of the sentence. */
public interface VolumesShould {

    /** Demands that what lies in it is saved: "be in backups". */
    ShouldConjunction<Subject.OfVolume, VolumesShould> beInBackups();

    /** Demands that its growth was thought of: "have an expected size". */
    ShouldConjunction<Subject.OfVolume, VolumesShould> haveAnExpectedSize();

    /** Demands that not two services write to it: "have one writer". */
    ShouldConjunction<Subject.OfVolume, VolumesShould> haveOneWriter();
}
