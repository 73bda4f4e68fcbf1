package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Condition;
import kz.tapbot.rule.DescribedPredicate;
import kz.tapbot.rule.Subject;

/**
 * The things that a rule is about, chosen. What is added by {@code and()} and {@code or()} is put together from left to right.
 *
 * @param <T> the kind of thing
 * @param <W> the words after "that"
 * @param <S> the words after "should"
 */
public interface GivenConjunction<T extends Subject, W, S> {

    /** Begins to say what they must be, too. */
    W and();

    /** Says what they must be, too, by a predicate of one's own. */
    GivenConjunction<T, W, S> and(DescribedPredicate<? super T> predicate);

    /** Begins to say what they may be instead. */
    W or();

    /** Says what they may be instead by a predicate of one's own. */
    GivenConjunction<T, W, S> or(DescribedPredicate<? super T> predicate);

    /** Begins to say what is demanded of them. */
    S should();

    /** Says what is demanded of them by a condition of one's own. */
    ShouldConjunction<T, S> should(Condition<? super T> condition);
}
