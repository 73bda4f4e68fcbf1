package kz.tapbot.rule.library;

import static kz.tapbot.TopologyRules.services;

import java.util.List;
import kz.tapbot.reach.Step;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.Violations;

/** Rules about what goes together. */
public final class CompatibilityRules {

    /** One image has one version; offered, as an update may go from server to server. */
    public static final TopologyRule ONE_VERSION_OF_AN_IMAGE = services()
            .should(Condition.of("run the same version of an image as the others", CompatibilityRules::versions))
            .named("one-version-of-an-image")
            .because("dumps, settings and clients of one version are not always taken by another")
            .mendedBy("name the version once, as a constant, and use it in all of them")
            .allowEmpty();

    private CompatibilityRules() {}

    /** Told once of each image, beside the first service that runs it. */
    private static void versions(Subject.OfService one, Violations violations) {
        List<Subject.OfService> all = one.estate().running(one.service().image().name());
        if (!all.get(0).id().equals(one.id())) {
            return;
        }
        List<Subject.OfService> others = all.stream()
                .filter(other -> !other.service()
                        .image()
                        .tag()
                        .equals(one.service().image().tag()))
                .toList();
        if (!others.isEmpty()) {
            violations.add(
                    one,
                    "runs " + one.service().image() + ", and others run another version",
                    one.places().of("image"),
                    others.stream()
                            .map(other -> new Step(
                                    other.address(),
                                    other.address() + " runs " + other.service().image(),
                                    other.places().of("image")))
                            .toList());
        }
    }
}
