package kz.tapbot.rule.library;

import static kz.tapbot.TopologyRules.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.service.Need;
import kz.tapbot.reach.Step;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.Violations;

/** Rules about what is still there when something is not. */
public final class AvailabilityRules {

    /** What runs on several servers does not hang on one service; offered, as it may run there for its load alone. */
    public static final TopologyRule COPIES_DO_NOT_SHARE_A_NEED = services()
            .should(Condition.of(
                    "not all need one service where they run on several servers", AvailabilityRules::needs))
            .named("copies-do-not-share-a-need")
            .because("when that one is away, all of them are, however many there are")
            .mendedBy("give each copy one of its own to need, or acknowledge the rule for the first copy if they are"
                    + " there to share the load")
            .allowEmpty();

    private AvailabilityRules() {}

    /** Told once of all copies, beside the first of them: those of one name and image. */
    private static void needs(Subject.OfService one, Violations violations) {
        List<Subject.OfService> alike =
                one.estate().running(one.service().image().name());
        if (alike.size() < 2 || !alike.get(0).id().equals(one.id())) {
            return;
        }
        Map<ServiceName, List<Subject.OfService>> byName = new TreeMap<>();
        alike.forEach(copy -> byName.computeIfAbsent(copy.service().name(), first -> new ArrayList<>())
                .add(copy));
        byName.values().forEach(copies -> copies(copies, violations));
    }

    private static void copies(List<Subject.OfService> copies, Violations violations) {
        if (copies.size() < 2) {
            return;
        }
        Set<ServiceId> common = new TreeSet<>(needed(copies.get(0)));
        copies.forEach(copy -> common.retainAll(needed(copy)));
        for (ServiceId need : common) {
            violations.add(
                    copies.get(0),
                    "runs on " + copies.size() + " servers, and needs " + need.address() + " on each of them",
                    place(copies.get(0), need),
                    copies.stream()
                            .map(copy -> new Step(
                                    copy.address(), copy.address() + " needs " + need.address(), place(copy, need)))
                            .toList());
        }
    }

    private static Optional<DeclaredAt> place(Subject.OfService copy, ServiceId need) {
        return copy.places().of("needs." + need);
    }

    private static Set<ServiceId> needed(Subject.OfService one) {
        return one.service().needs().stream().map(Need::service).collect(Collectors.toSet());
    }
}
