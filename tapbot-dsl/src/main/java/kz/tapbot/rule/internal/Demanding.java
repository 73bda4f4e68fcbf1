package kz.tapbot.rule.internal;

import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.ShouldConjunction;

/** Takes the next condition of a rule. */
interface Demanding<T extends Subject, S> {

    ShouldConjunction<T, S> must(Condition<? super T> condition);
}
