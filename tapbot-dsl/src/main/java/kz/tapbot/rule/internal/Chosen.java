package kz.tapbot.rule.internal;

import kz.tapbot.rule.Condition;
import kz.tapbot.rule.DescribedPredicate;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.GivenConjunction;
import kz.tapbot.rule.syntax.ShouldConjunction;

/** Things of a kind that fit a predicate. */
final class Chosen<T extends Subject, W, S> implements GivenConjunction<T, W, S> {

    private final Kind<T, W, S> kind;
    private final DescribedPredicate<T> predicate;

    Chosen(Kind<T, W, S> kind, DescribedPredicate<T> predicate) {
        this.kind = kind;
        this.predicate = predicate;
    }

    @Override
    public W and() {
        return kind.words().apply(this::and);
    }

    @Override
    public GivenConjunction<T, W, S> and(DescribedPredicate<? super T> next) {
        return new Chosen<>(kind, predicate.and(next));
    }

    @Override
    public W or() {
        return kind.words().apply(this::or);
    }

    @Override
    public GivenConjunction<T, W, S> or(DescribedPredicate<? super T> next) {
        return new Chosen<>(kind, predicate.or(next));
    }

    @Override
    public S should() {
        return kind.demands().apply(this::should);
    }

    @Override
    public ShouldConjunction<T, S> should(Condition<? super T> condition) {
        return Rule.of(kind, predicate, condition);
    }
}
