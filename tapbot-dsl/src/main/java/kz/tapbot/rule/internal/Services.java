package kz.tapbot.rule.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.service.Trait;
import kz.tapbot.reach.Answer;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Step;
import kz.tapbot.reach.Target;
import kz.tapbot.reach.Verdict;
import kz.tapbot.reach.Way;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.Violations;

/** What is asked and demanded of services. */
final class Services {

    static final Condition<Subject.OfService> HEALTH_CHECK = Condition.that(
            "have a health check", one -> one.service().healthCheck().isPresent(), one -> "has no health check");

    static final Condition<Subject.OfService> MEMORY_LIMIT = Condition.that(
            "have a memory limit", one -> one.service().limits().memory().isPresent(), one -> "has no memory limit");

    static final Condition<Subject.OfService> DIGEST = Condition.of("run an image with a digest", (one, violations) -> {
        if (one.service().image().digest().isEmpty()) {
            violations.add(one, "runs " + one.service().image() + ", which has no digest", "image");
        }
    });

    static final Condition<Subject.OfService> NO_PORTS = Condition.of(
            "not publish ports",
            (one, violations) -> one.service()
                    .publications()
                    .forEach(publication -> violations.add(
                            one, "publishes " + publication.host(), "publications." + publication.host())));

    static final Condition<Subject.OfService> INTERNAL_ONLY =
            Condition.of("only be on internal networks", Services::internal);

    static final Condition<Subject.OfService> SHARE =
            Condition.of("only share networks with what needs them", Services::strangers);

    static final Condition<Subject.OfService> NO_SOCKET = Condition.of(
            "not have the engine's socket",
            (one, violations) -> one.service().mounts().stream()
                    .filter(Services::isEngineSocket)
                    .forEach(mount -> violations.add(
                            one, "has " + mount.host().orElseThrow() + " mounted", "mounts." + mount.target())));

    static final Condition<Subject.OfService> SAVED = Condition.of(
            "have their data in backups",
            (one, violations) -> one.service().stores().stream()
                    .filter(StoredData::precious)
                    .filter(data -> !saved(one, data))
                    .forEach(data -> violations.add(
                            one,
                            "stores " + data.name() + ", which no backup saves",
                            data.places().declaration(),
                            List.of())));

    static final Condition<Subject.OfService> RESTARTED = Condition.that(
            "be started again", one -> one.service().restart() != RestartPolicy.NO, one -> "is never started again");

    private Services() {}

    static Predicate<Subject.OfService> is(Trait trait) {
        return one -> Product.is(one.service(), trait);
    }

    static boolean hasEngineAccess(Subject.OfService one) {
        return one.service().is(Trait.ENGINE_ACCESS)
                || one.service().mounts().stream().anyMatch(Services::isEngineSocket);
    }

    static Condition<Subject.OfService> notReachableFrom(Source source) {
        return Condition.of(
                "not be reachable from " + source,
                (one, violations) -> ask(one, source).ways().forEach(way -> reached(one, source, way, violations)));
    }

    static Condition<Subject.OfService> notReachableWithoutLoginFrom(Source source) {
        return Condition.of(
                "not be reachable without a login from " + source,
                (one, violations) -> ask(one, source).ways().stream()
                        .filter(way -> way.verdict() == Verdict.OPEN)
                        .forEach(way -> reached(one, source, way, violations)));
    }

    static Condition<Subject.OfService> reachableFrom(Source source) {
        return Condition.of("be reachable from " + source, (one, violations) -> {
            Answer answer = ask(one, source);
            if (!answer.isReached()) {
                violations.add(
                        one, "is not reached from " + source, one.places().declaration(), answer.closedBy());
            }
        });
    }

    static Condition<Subject.OfService> notReach(Target target) {
        return Condition.of(
                "not reach " + target,
                (one, violations) -> one.estate().reachability().ask(Source.service(one.id()), target).ways().stream()
                        .limit(1)
                        .forEach(way -> violations.add(
                                one, "reaches " + target, one.places().declaration(), way.steps())));
    }

    static Condition<Subject.OfService> reach(Target target) {
        return Condition.of("reach " + target, (one, violations) -> {
            Answer answer = one.estate().reachability().ask(Source.service(one.id()), target);
            if (!answer.isReached()) {
                violations.add(one, "does not reach " + target, one.places().declaration(), answer.closedBy());
            }
        });
    }

    private static Answer ask(Subject.OfService one, Source source) {
        return one.estate().reachability().ask(source, Target.service(one.id()));
    }

    static void reached(Subject about, Source source, Way way, Violations violations) {
        told(about, "is reached from " + source + " at " + way.at(), way, violations);
    }

    /** The place is that of the last step of a service, whose line is to be changed; what servers say is true of all they run. */
    static void told(Subject about, String text, Way way, Violations violations) {
        List<Step> steps = way.steps();
        Optional<Step> last = steps.stream()
                .filter(step -> !step.about().kind().equals("server"))
                .reduce((earlier, later) -> later)
                .or(() -> steps.stream().reduce((earlier, later) -> later));
        violations.add(
                about, text, last.flatMap(Step::place).or(() -> about.places().declaration()), steps);
    }

    private static void internal(Subject.OfService one, Violations violations) {
        if (one.service().networks().isEmpty()) {
            violations.add(one, "is on no network, and so on the engine's own, which has a way out");
        }
        for (Attachment on : one.service().networks()) {
            boolean internal = one.estate()
                    .network(on.network())
                    .map(network -> network.network().internal())
                    .orElse(true);
            if (!internal) {
                violations.add(
                        one,
                        "is on " + on.network().address() + ", which has a way out",
                        "networks." + on.network().network());
            }
        }
    }

    private static void strangers(Subject.OfService one, Violations violations) {
        Set<Subject.OfService> told = new HashSet<>();
        for (Attachment on : one.service().networks()) {
            for (Subject.OfService other : one.estate().on(on.network())) {
                boolean apart = !other.id().equals(one.id()) && !needs(other, one) && !needs(one, other);
                if (apart && told.add(other)) {
                    violations.add(
                            one,
                            "shares " + on.network().address() + " with " + other.address()
                                    + ", which does not need it",
                            other.places().of("networks." + on.network().network()),
                            List.of());
                }
            }
        }
    }

    private static boolean needs(Subject.OfService one, Subject.OfService other) {
        return one.service().needs().stream().map(Need::service).anyMatch(other.id()::equals)
                || one.service().routes().stream()
                        .anyMatch(route -> route.proxy().equals(other.id()));
    }

    private static boolean saved(Subject.OfService one, StoredData data) {
        return one.estate().saves(new DataId(one.id(), data.name()))
                || data.volume().isPresent() && one.estate().saves(data.volume().get());
    }

    static boolean isEngineSocket(Mount mount) {
        return mount.host()
                .map(path -> path.value())
                .filter(path -> path.endsWith("/docker.sock")
                        || path.endsWith("/containerd.sock")
                        || path.equals("/run")
                        || path.equals("/var/run"))
                .isPresent();
    }
}
