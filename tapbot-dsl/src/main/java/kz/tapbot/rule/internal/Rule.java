package kz.tapbot.rule.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.reach.Step;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.DescribedPredicate;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.RuleResult;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.Violation;
import kz.tapbot.rule.Violations;
import kz.tapbot.rule.syntax.ShouldConjunction;

/**
 * A rule as it was said.
 *
 * @param about the things, in words
 * @param all all of the kind
 * @param demands the words that may follow
 * @param predicate which of them
 * @param conditions what is demanded
 * @param said what it demands, in words
 * @param given the name that it was given
 * @param reason why
 * @param cure how it is mended
 * @param mayBeEmpty whether it holds where there is nothing to look at
 */
record Rule<T extends Subject, S>(
        String about,
        Function<Estate, List<T>> all,
        Function<Demanding<T, S>, S> demands,
        DescribedPredicate<T> predicate,
        List<Condition<? super T>> conditions,
        String said,
        Optional<String> given,
        Optional<String> reason,
        Optional<String> cure,
        boolean mayBeEmpty)
        implements ShouldConjunction<T, S> {

    static <T extends Subject, S> Rule<T, S> of(
            Kind<T, ?, S> kind, DescribedPredicate<T> predicate, Condition<? super T> condition) {
        String about = kind.noun() + (predicate.description().isEmpty() ? "" : " that " + predicate.description());
        return new Rule<>(
                about,
                kind.all(),
                kind.demands(),
                predicate,
                List.of(condition),
                about + " should " + condition.description(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Override
    public String sentence() {
        return said + reason.map(because -> ", because " + because).orElse("");
    }

    @Override
    public String name() {
        return given.orElse(said);
    }

    @Override
    public TopologyRule named(String name) {
        return new Rule<>(
                about, all, demands, predicate, conditions, said, Optional.of(name), reason, cure, mayBeEmpty);
    }

    @Override
    public S andShould() {
        return demands.apply(this::andShould);
    }

    @Override
    public ShouldConjunction<T, S> andShould(Condition<? super T> condition) {
        List<Condition<? super T>> more = new ArrayList<>(conditions);
        more.add(condition);
        String longer = said + " and should " + condition.description();
        return new Rule<>(about, all, demands, predicate, List.copyOf(more), longer, given, reason, cure, mayBeEmpty);
    }

    @Override
    public TopologyRule because(String why) {
        return new Rule<>(about, all, demands, predicate, conditions, said, given, Optional.of(why), cure, mayBeEmpty);
    }

    @Override
    public TopologyRule as(String sentence) {
        return new Rule<>(about, all, demands, predicate, conditions, sentence, given, reason, cure, mayBeEmpty);
    }

    @Override
    public TopologyRule mendedBy(String how) {
        return new Rule<>(
                about, all, demands, predicate, conditions, said, given, reason, Optional.of(how), mayBeEmpty);
    }

    @Override
    public TopologyRule allowEmpty() {
        return new Rule<>(about, all, demands, predicate, conditions, said, given, reason, cure, true);
    }

    @Override
    public RuleResult evaluate(Estate estate) {
        List<T> things = all.apply(estate).stream().filter(predicate::test).toList();
        Collected collected = new Collected(new ArrayList<>());
        things.forEach(thing -> conditions.forEach(condition -> condition.check(thing, collected)));
        Optional<String> empty =
                things.isEmpty() && !mayBeEmpty ? Optional.of(estate + " has no " + about) : Optional.empty();
        return RuleResult.of(this, estate, things.size(), collected.all(), empty, cure);
    }

    @Override
    public String toString() {
        return sentence();
    }

    private record Collected(List<Violation> all) implements Violations {
        @Override
        public void add(Subject thing, String text, Optional<DeclaredAt> place, List<Step> steps) {
            all.add(new Violation(thing.address(), thing.address() + " " + text, place, steps));
        }
    }
}
