package kz.tapbot.rule.freeze;

import java.util.Optional;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.RuleResult;
import kz.tapbot.rule.TopologyRule;

/**
 * A rule that does not count what was wrong before.
 *
 * @param rule the rule
 * @param baseline what was wrong before
 */
record FrozenRule(TopologyRule rule, Baseline baseline) implements TopologyRule {

    @Override
    public String sentence() {
        return rule.sentence();
    }

    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public Optional<String> reason() {
        return rule.reason();
    }

    @Override
    public Optional<String> cure() {
        return rule.cure();
    }

    @Override
    public TopologyRule named(String name) {
        return new FrozenRule(rule.named(name), baseline);
    }

    @Override
    public TopologyRule because(String reason) {
        return new FrozenRule(rule.because(reason), baseline);
    }

    @Override
    public TopologyRule as(String sentence) {
        return new FrozenRule(rule.as(sentence), baseline);
    }

    @Override
    public TopologyRule mendedBy(String cure) {
        return new FrozenRule(rule.mendedBy(cure), baseline);
    }

    @Override
    public TopologyRule allowEmpty() {
        return new FrozenRule(rule.allowEmpty(), baseline);
    }

    @Override
    public RuleResult evaluate(Estate estate) {
        return baseline.without(rule, rule.evaluate(estate));
    }

    @Override
    public String toString() {
        return sentence();
    }
}
