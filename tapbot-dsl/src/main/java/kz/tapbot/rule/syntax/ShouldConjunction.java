package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.TopologyRule;

/**
 * A rule to which more can be added.
 *
 * @param <T> the kind of thing
 * @param <S> the words after "should"
 */
public interface ShouldConjunction<T extends Subject, S> extends TopologyRule {

    /** Begins to say what is demanded as well. */
    S andShould();

    /** Says what is demanded as well by a condition of one's own. */
    ShouldConjunction<T, S> andShould(Condition<? super T> condition);
}
