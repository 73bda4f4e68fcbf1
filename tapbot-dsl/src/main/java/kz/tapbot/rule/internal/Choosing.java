package kz.tapbot.rule.internal;

import java.util.function.Predicate;
import kz.tapbot.rule.DescribedPredicate;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.GivenConjunction;

/** Takes the next predicate of a rule. */
interface Choosing<T extends Subject, W, S> {

    GivenConjunction<T, W, S> where(DescribedPredicate<? super T> predicate);

    default GivenConjunction<T, W, S> where(String description, Predicate<T> predicate) {
        return where(DescribedPredicate.describe(description, predicate));
    }
}
