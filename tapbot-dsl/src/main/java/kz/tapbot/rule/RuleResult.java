package kz.tapbot.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of a rule.
 *
 * @param sentence the rule
 * @param checked how many things it was about
 * @param violations where it does not hold
 * @param empty why it counts as broken although nothing was found: there was nothing to look at
 * @param cure how it is mended, if the rule knows
 */
public record RuleResult(
        String sentence, int checked, List<Violation> violations, Optional<String> empty, Optional<String> cure) {

    /** Copies the violations. */
    public RuleResult {
        violations = List.copyOf(violations);
    }

    /** Whether the rule holds. */
    public boolean holds() {
        return violations.isEmpty() && empty.isEmpty();
    }

    /** What is wrong, all of it; ends without a line break. */
    @Override
    public String toString() {
        if (empty.isPresent()) {
            return "Rule \"" + sentence + "\" has nothing to look at: " + empty.get() + ".\n"
                    + "Either it is not declared (any more), or that() asks for something else than was meant.\n"
                    + "If there may be none, say so:\n    .allowEmpty()";
        }
        if (violations.isEmpty()) {
            return "Rule \"" + sentence + "\" holds (" + checked + " checked)";
        }
        String times = violations.size() == 1 ? "once" : violations.size() + " times";
        return violations.stream()
                .map(violation -> "\n" + violation)
                .collect(Collectors.joining(
                        "",
                        "Rule \"" + sentence + "\" was violated " + times + ":",
                        cure.map(text -> "\nTo mend it: " + text).orElse("")));
    }
}
