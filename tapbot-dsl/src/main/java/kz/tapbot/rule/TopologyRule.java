package kz.tapbot.rule;

import java.util.Optional;
import kz.tapbot.model.Topology;

/**
 * A rule over a topology. It is a value: every method that changes something returns another rule. Its sentence is exactly what its
 * words say.
 *
 * <p>A rule that finds nothing to look at is broken, as it would otherwise hold for ever after a name was changed.
 */
public interface TopologyRule {

    /** What it demands, with its reason: {@code services that are databases should not be reachable from the Internet, because lesson 6}. */
    String sentence();

    /** The name by which it is acknowledged and frozen: what it demands, in words and without the reason, if it was given no other. */
    String name();

    /** Why it demands that, if it says so. */
    Optional<String> reason();

    /** How a violation is mended, if it says so. */
    Optional<String> cure();

    /** Gives it a name that stays when its words are changed. */
    TopologyRule named(String name);

    /** Says why; it is put behind the sentence. */
    TopologyRule because(String reason);

    /** Says in other words what it demands; the reason is put behind them. */
    TopologyRule as(String sentence);

    /** Says how a violation is mended; it is put below the violations. */
    TopologyRule mendedBy(String cure);

    /** Lets it hold where there is nothing to look at. */
    TopologyRule allowEmpty();

    /** Looks at everything that it is about, and tells all that it finds. */
    RuleResult evaluate(Estate estate);

    /** Looks at everything that it is about, and tells all that it finds. To ask many rules, make one {@link Estate} for all. */
    default RuleResult evaluate(Topology topology) {
        return evaluate(Estate.of(topology));
    }

    /**
     * Demands that it holds, in a test of any framework.
     *
     * @throws AssertionError if it does not; the message tells all that is wrong, with the lines where it was declared
     */
    default void check(Topology topology) {
        RuleResult result = evaluate(topology);
        if (!result.holds()) {
            throw new AssertionError(result.toString());
        }
    }
}
