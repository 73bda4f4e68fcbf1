package kz.tapbot.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.tapbot.model.acknowledgement.Acknowledgement;
import kz.tapbot.model.name.Address;

/**
 * What came of a rule.
 *
 * @param sentence the rule
 * @param checked how many things it was about
 * @param violations where it does not hold
 * @param acknowledged where it does not hold and that is accepted
 * @param frozen where it does not hold, and did not either when it was frozen
 * @param idle what was acknowledged and is not so, or not any more
 * @param empty why it counts as broken although nothing was found: there was nothing to look at
 * @param cure how it is mended, if the rule knows
 */
public record RuleResult(
        String sentence,
        int checked,
        List<Violation> violations,
        List<Acknowledged> acknowledged,
        List<Violation> frozen,
        List<Acknowledgement> idle,
        Optional<String> empty,
        Optional<String> cure) {

    /**
     * A violation that is accepted.
     *
     * @param violation what does not hold
     * @param by who says so and why
     */
    public record Acknowledged(Violation violation, Acknowledgement by) {

        /** A line with the reason and its place. */
        @Override
        public String toString() {
            return violation.text() + ", because " + by.reason()
                    + by.places().declaration().map(at -> " " + at).orElse("");
        }
    }

    /** Copies the lists. */
    public RuleResult {
        violations = List.copyOf(violations);
        acknowledged = List.copyOf(acknowledged);
        frozen = List.copyOf(frozen);
        idle = List.copyOf(idle);
    }

    /**
     * Of what a rule has found, without what the topology acknowledges.
     *
     * @param found everything that it found
     */
    public static RuleResult of(
            TopologyRule rule,
            Estate estate,
            int checked,
            List<Violation> found,
            Optional<String> empty,
            Optional<String> cure) {
        List<Acknowledgement> known = estate.acknowledgements(rule.name());
        if (known.isEmpty()) {
            return new RuleResult(rule.sentence(), checked, found, List.of(), List.of(), List.of(), empty, cure);
        }
        Map<Address, Acknowledgement> byObject = new HashMap<>();
        known.forEach(one -> byObject.putIfAbsent(one.object(), one));
        List<Violation> left = new ArrayList<>();
        List<Acknowledged> accepted = new ArrayList<>();
        Set<Acknowledgement> used = new HashSet<>();
        for (Violation violation : found) {
            Optional<Acknowledgement> by = Optional.ofNullable(byObject.get(violation.about()));
            by.ifPresentOrElse(
                    one -> {
                        used.add(one);
                        accepted.add(new Acknowledged(violation, one));
                    },
                    () -> left.add(violation));
        }
        List<Acknowledgement> idle =
                known.stream().filter(one -> !used.contains(one)).toList();
        return new RuleResult(rule.sentence(), checked, left, accepted, List.of(), idle, empty, cure);
    }

    /** Whether the rule holds, with nothing acknowledged that is not so. */
    public boolean holds() {
        return violations.isEmpty() && empty.isEmpty() && idle.isEmpty();
    }

    /** What is wrong, all of it; ends without a line break. */
    @Override
    public String toString() {
        if (empty.isPresent()) {
            return "Rule \"" + sentence + "\" has nothing to look at: " + empty.get() + ".\n"
                    + "Either it is not declared (any more), or that() asks for something else than was meant.\n"
                    + "If there may be none, say so:\n    .allowEmpty()";
        }
        String counted = "(" + checked + " checked"
                + (acknowledged.isEmpty() ? "" : ", " + acknowledged.size() + " acknowledged")
                + (frozen.isEmpty() ? "" : ", " + frozen.size() + " frozen") + ")";
        if (violations.isEmpty()) {
            return "Rule \"" + sentence + "\" holds " + counted + needless();
        }
        String times = violations.size() == 1 ? "once" : violations.size() + " times";
        return violations.stream()
                        .map(violation -> "\n" + violation)
                        .collect(Collectors.joining(
                                "",
                                "Rule \"" + sentence + "\" was violated " + times + ":",
                                cure.map(text -> "\nTo mend it: " + text).orElse("")))
                + (frozen.isEmpty() ? "" : "\nFrozen, and not counted: " + frozen.size() + " of before")
                + acknowledged.stream()
                        .map(one -> "\nAcknowledged, and not counted: " + one)
                        .collect(Collectors.joining())
                + needless();
    }

    private String needless() {
        return idle.stream()
                .map(one -> "\nAcknowledged without need: " + one.object()
                        + " does not break it (any more). Remove the line"
                        + one.places().declaration().map(at -> " " + at).orElse(""))
                .collect(Collectors.joining());
    }
}
