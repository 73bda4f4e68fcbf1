package kz.tapbot.rule.internal;

import java.util.Arrays;
import java.util.List;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;

/** What is demanded of users. */
final class Users {

    static final Condition<Subject.OfUser> KEYS =
            Condition.that("have keys", one -> !one.delegate().keys().isEmpty(), one -> "has no key to log in with");

    static final Condition<Subject.OfUser> EXPIRE =
            Condition.that("expire", one -> one.delegate().expires().isPresent(), one -> "may log in for ever");

    private Users() {}

    static Condition<Subject.OfUser> onlyRestart(String... units) {
        List<String> allowed = Arrays.stream(units).map(Users::unit).toList();
        return Condition.of(
                units.length == 0 ? "restart nothing" : "only restart " + Words.and(List.of(units)),
                (one, violations) -> one.delegate().mayRestart().stream()
                        .map(UnitName::value)
                        .filter(unit -> !allowed.contains(unit))
                        .forEach(unit -> violations.add(one, "may restart " + unit, "mayRestart." + unit)));
    }

    private static String unit(String name) {
        return name.indexOf('.') < 0 ? name + ".service" : name;
    }
}
