package kz.tapbot.rule.internal;

import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.GivenConjunction;
import kz.tapbot.rule.syntax.VolumesShould;
import kz.tapbot.rule.syntax.VolumesThat;

/** The words by which volumes are chosen. */
final class VolumesWords implements VolumesThat {

    private final Choosing<Subject.OfVolume, VolumesThat, VolumesShould> choosing;

    VolumesWords(Choosing<Subject.OfVolume, VolumesThat, VolumesShould> choosing) {
        this.choosing = choosing;
    }

    @Override
    public GivenConjunction<Subject.OfVolume, VolumesThat, VolumesShould> areNamed(String... names) {
        return choosing.where(
                "are named " + Words.or(names),
                Words.named(names, volume -> volume.volume().name().value()));
    }

    @Override
    public GivenConjunction<Subject.OfVolume, VolumesThat, VolumesShould> areOn(String server) {
        return choosing.where(
                "are on server " + server,
                volume -> volume.server().name().value().equals(server));
    }

    @Override
    public GivenConjunction<Subject.OfVolume, VolumesThat, VolumesShould> mayNotBeLost() {
        return choosing.where("may not be lost", Volumes::mayNotBeLost);
    }
}
