package kz.tapbot.rule.internal;

import kz.tapbot.model.service.LoginKind;
import kz.tapbot.reach.Answer;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;

/** What is demanded of routes. */
final class Routes {

    static final Condition<Subject.OfRoute> LOGIN = Condition.that(
            "ask for a login",
            one -> one.route().login().kind() != LoginKind.NOBODY,
            one -> "leads to " + one.of().address() + " and asks nobody for a login; the declared reason is \""
                    + one.route().login().because().orElse("") + "\"");

    static final Condition<Subject.OfRoute> KNOWN = Condition.of(
            "be open to known addresses only",
            (one, violations) -> ask(one, Source.INTERNET)
                    .ways()
                    .forEach(way -> Services.reached(one, Source.INTERNET, way, violations)));

    static final Condition<Subject.OfRoute> HEALTH = Condition.that(
            "lead to services with a health check",
            one -> one.of().service().healthCheck().isPresent(),
            one -> "leads to " + one.of().address() + ", which has no health check");

    private Routes() {}

    static Condition<Subject.OfRoute> notReachableFrom(Source source) {
        return Condition.of(
                "not be reachable from " + source,
                (one, violations) ->
                        ask(one, source).ways().forEach(way -> Services.reached(one, source, way, violations)));
    }

    static Condition<Subject.OfRoute> reachableFrom(Source source) {
        return Condition.of("be reachable from " + source, (one, violations) -> {
            Answer answer = ask(one, source);
            if (!answer.isReached()) {
                violations.add(
                        one, "is not reached from " + source, one.places().declaration(), answer.closedBy());
            }
        });
    }

    private static Answer ask(Subject.OfRoute one, Source source) {
        return one.estate()
                .reachability()
                .ask(source, Target.route(one.route().host(), one.route().path()));
    }
}
