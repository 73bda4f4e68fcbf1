package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Condition;
import kz.tapbot.rule.DescribedPredicate;
import kz.tapbot.rule.Subject;

/**
 * The things that a rule is about: all of a kind.
 *
 * @param <T> the kind of thing
 * @param <W> the words after "that"
 * @param <S> the words after "should"
 */
public interface Given<T extends Subject, W, S> {

    /** Begins to say which of them. */
    W that();

    /** Says which of them by a predicate of one's own. */
    GivenConjunction<T, W, S> that(DescribedPredicate<? super T> predicate);

    /** Begins to say what is demanded of all of them. */
    S should();

    /** Says what is demanded of all of them by a condition of one's own. */
    ShouldConjunction<T, S> should(Condition<? super T> condition);
}
