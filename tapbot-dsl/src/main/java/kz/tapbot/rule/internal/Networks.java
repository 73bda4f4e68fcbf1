package kz.tapbot.rule.internal;

import java.util.List;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.service.Trait;
import kz.tapbot.reach.Step;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;

/** What is asked and demanded of networks. */
final class Networks {

    static final Condition<Subject.OfNetwork> INTERNAL = Condition.of("be internal", (one, violations) -> {
        if (!one.network().internal()) {
            violations.add(
                    one,
                    "is not internal, so that what is on it reaches the Internet",
                    one.places().declaration(),
                    databases(one));
        }
    });

    static final Condition<Subject.OfNetwork> SUBNET = Condition.that(
            "have a declared subnet", one -> one.network().subnet().isPresent(), one -> "has no declared subnet");

    static final Condition<Subject.OfNetwork> NO_DATABASES = Condition.of(
            "not hold databases",
            (one, violations) -> one.estate().on(one.id()).stream()
                    .filter(service -> Product.is(service.service(), Trait.DATABASE))
                    .forEach(service -> violations.add(
                            one,
                            "holds " + service.address(),
                            service.places().of("networks." + one.network().name()),
                            List.of())));

    private Networks() {}

    /** What makes it matter that there is a way out. */
    private static List<Step> databases(Subject.OfNetwork network) {
        return network.estate().on(network.id()).stream()
                .filter(service -> Product.is(service.service(), Trait.DATABASE))
                .map(service -> new Step(
                        service.address(),
                        service.address() + ", a database, is on it",
                        service.places().of("networks." + network.network().name())))
                .toList();
    }

    static boolean any(Subject.OfNetwork one, Trait trait) {
        return one.estate().on(one.id()).stream().anyMatch(service -> Product.is(service.service(), trait));
    }
}
