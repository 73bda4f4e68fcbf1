package kz.tapbot.rule.internal;

import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.ShouldConjunction;
import kz.tapbot.rule.syntax.VolumesShould;

/** The words by which something is demanded of volumes. */
final class VolumesDemands implements VolumesShould {

    private final Demanding<Subject.OfVolume, VolumesShould> demanding;

    VolumesDemands(Demanding<Subject.OfVolume, VolumesShould> demanding) {
        this.demanding = demanding;
    }

    @Override
    public ShouldConjunction<Subject.OfVolume, VolumesShould> beInBackups() {
        return demanding.must(Volumes.SAVED);
    }

    @Override
    public ShouldConjunction<Subject.OfVolume, VolumesShould> haveAnExpectedSize() {
        return demanding.must(Volumes.SIZE);
    }

    @Override
    public ShouldConjunction<Subject.OfVolume, VolumesShould> haveOneWriter() {
        return demanding.must(Volumes.ONE_WRITER);
    }
}
