package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Subject;

/** Says which volumes; in quotes the words of the sentence. */
public interface VolumesThat {

    /** Chooses by name: "are named pgdata". */
    GivenConjunction<Subject.OfVolume, VolumesThat, VolumesShould> areNamed(String... names);

    /** Chooses by server: "are on server data". */
    GivenConjunction<Subject.OfVolume, VolumesThat, VolumesShould> areOn(String server);

    /** Chooses those that nobody said need no backup: "may not be lost". */
    GivenConjunction<Subject.OfVolume, VolumesThat, VolumesShould> mayNotBeLost();
}
