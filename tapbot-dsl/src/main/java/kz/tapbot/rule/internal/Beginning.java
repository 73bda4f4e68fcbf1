package kz.tapbot.rule.internal;

import kz.tapbot.rule.Condition;
import kz.tapbot.rule.DescribedPredicate;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.Given;
import kz.tapbot.rule.syntax.GivenConjunction;
import kz.tapbot.rule.syntax.ShouldConjunction;

/** All things of a kind, of which nothing was said yet. */
final class Beginning<T extends Subject, W, S> implements Given<T, W, S> {

    private final Kind<T, W, S> kind;

    Beginning(Kind<T, W, S> kind) {
        this.kind = kind;
    }

    @Override
    public W that() {
        return kind.words().apply(this::that);
    }

    @Override
    public GivenConjunction<T, W, S> that(DescribedPredicate<? super T> predicate) {
        return new Chosen<>(kind, DescribedPredicate.describe(predicate.description(), predicate::test));
    }

    @Override
    public S should() {
        return kind.demands().apply(this::should);
    }

    @Override
    public ShouldConjunction<T, S> should(Condition<? super T> condition) {
        return Rule.of(kind, DescribedPredicate.describe("", thing -> true), condition);
    }
}
