package kz.tapbot.rule.freeze;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.tapbot.rule.RuleResult;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.Violation;

/**
 * A file of violations that were there when rules were frozen, to be kept beside the tests and looked at in every review. Only what is not in it
 * breaks a frozen rule. What is mended is taken out of the file by the next run, so that it cannot come back unseen.
 *
 * <p>A rule that the file does not know is frozen, and what is new is added, only when asked: by {@code -Dtapbot.freeze=true}. Where the environment
 * variable {@code CI} is set nothing is written unless asked. Lines of source are no part of the file, because they move.
 */
public final class Baseline {

    /** The system property that asks for what is there now to be frozen. */
    public static final String FREEZE = "tapbot.freeze";

    private static final String HINT =
            "to keep what is there today and be told of new ones only, run once with -D" + FREEZE + "=true";

    private final BaselineFile file;
    private final Mode mode;

    private enum Mode {
        /** Everything that is there is frozen. */
        FREEZE,
        /** What is mended is taken out. */
        SHRINK,
        /** Nothing is written. */
        READ
    }

    private Baseline(Path file, Mode mode) {
        this.file = new BaselineFile(file);
        this.mode = mode;
    }

    /** In that file, which need not be there yet. */
    public static Baseline at(Path file) {
        String ci = System.getenv("CI");
        boolean unattended = ci != null && !ci.isEmpty() && !ci.equals("false");
        Mode asked = Boolean.getBoolean(FREEZE) ? Mode.FREEZE : unattended ? Mode.READ : Mode.SHRINK;
        return new Baseline(file, asked);
    }

    /** The same file, to which everything that is there now is written: what the system property asks for, asked for in code. */
    public Baseline freezing() {
        return new Baseline(file.path(), Mode.FREEZE);
    }

    /** The same file, which is only read. */
    public Baseline readOnly() {
        return new Baseline(file.path(), Mode.READ);
    }

    /** The same file, out of which is taken what is mended, wherever it runs. */
    public Baseline shrinking() {
        return new Baseline(file.path(), Mode.SHRINK);
    }

    /**
     * The rule, which is then broken by new violations only.
     *
     * <p>Evaluating it throws {@link java.io.UncheckedIOException} if the file cannot be read or written, and {@link IllegalStateException} if it is no
     * baseline.
     */
    public TopologyRule freeze(TopologyRule rule) {
        return new FrozenRule(rule, this);
    }

    RuleResult without(TopologyRule rule, RuleResult result) {
        return file.locked(() -> {
            SortedMap<String, List<String>> known = new TreeMap<>(file.read());
            Optional<List<String>> before = Optional.ofNullable(known.get(rule.name()));
            List<String> now =
                    result.violations().stream().map(Violation::text).sorted().toList();
            if (mode == Mode.FREEZE) {
                put(known, rule.name(), now);
                return split(result, now);
            }
            List<String> old = before.orElse(List.of());
            if (mode == Mode.SHRINK && before.isPresent()) {
                Counted rest = new Counted(now);
                put(known, rule.name(), old.stream().filter(rest::take).toList());
            }
            RuleResult left = split(result, old);
            return before.isPresent() || left.violations().isEmpty() ? left : hinted(left);
        });
    }

    private void put(SortedMap<String, List<String>> known, String rule, List<String> violations) {
        List<String> before = known.put(rule, violations);
        if (!violations.equals(before)) {
            file.write(known);
        }
    }

    private static RuleResult split(RuleResult result, List<String> known) {
        List<Violation> left = new ArrayList<>();
        List<Violation> frozen = new ArrayList<>();
        Counted rest = new Counted(known);
        for (Violation violation : result.violations()) {
            (rest.take(violation.text()) ? frozen : left).add(violation);
        }
        return new RuleResult(
                result.sentence(),
                result.checked(),
                left,
                result.acknowledged(),
                frozen,
                result.idle(),
                result.empty(),
                result.cure());
    }

    /** How often each text may still be taken. */
    private static final class Counted {
        private final Map<String, Integer> left = new HashMap<>();

        Counted(List<String> texts) {
            texts.forEach(text -> left.merge(text, 1, Integer::sum));
        }

        boolean take(String text) {
            int count = left.getOrDefault(text, 0);
            left.put(text, Math.max(0, count - 1));
            return count > 0;
        }
    }

    private static RuleResult hinted(RuleResult result) {
        String cure = result.cure().stream().map(text -> text + ";\nor, ").collect(Collectors.joining()) + HINT;
        return new RuleResult(
                result.sentence(),
                result.checked(),
                result.violations(),
                result.acknowledged(),
                result.frozen(),
                result.idle(),
                result.empty(),
                Optional.of(cure));
    }
}
