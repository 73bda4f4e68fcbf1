package kz.tapbot.runtime.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.library.ReadyRules;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.output.Json;

/** {@code explain}: what a code or a ready rule means, or all codes and ready rules. */
final class ExplainVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        List<Code> codes = Codes.all();
        Optional<String> typed = in.arguments().operand();
        if (typed.isEmpty()) {
            list(in, codes);
            return ExitCode.DONE;
        }
        Optional<TopologyRule> rule = ReadyRules.named(typed.get().toLowerCase(Locale.ROOT));
        if (rule.isPresent()) {
            explain(in, rule.get());
        } else {
            explain(in, find(typed.get(), codes));
        }
        return ExitCode.DONE;
    }

    private static Code find(String typed, List<Code> codes) {
        return codes.stream()
                .filter(code -> code.id().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There is no code" + (typed.contains("-") ? " or ready rule " : " ") + Shown.of(typed) + ".",
                        near(typed, codes)
                                        .map(near -> "Did you mean " + near + "? ")
                                        .orElse("") + "\"explain\" alone lists all codes and ready rules."));
    }

    private static Optional<String> near(String typed, List<Code> codes) {
        return Nearest.of(typed, codes.stream().map(Code::id).toList(), 2)
                .or(() -> Nearest.of(typed, rules().map(TopologyRule::name).toList()));
    }

    private static Stream<TopologyRule> rules() {
        return Stream.concat(ReadyRules.standard().stream(), ReadyRules.offered().stream());
    }

    private static void list(Invocation in, List<Code> codes) {
        if (in.json()) {
            in.outExactly(in.document(ExitCode.DONE)
                    .put("codes", codes.stream().map(ExplainVerb::json).toList())
                    .put("rules", rules().map(ExplainVerb::json).toList())
                    .pretty());
            return;
        }
        codes.forEach(code -> in.out(code.id() + "  " + pad(severity(code)) + code.summary()));
        rules().forEach(rule -> in.out(rule.name() + "  " + kind(rule) + ": " + rule.sentence()));
    }

    private static void explain(Invocation in, Code code) {
        if (in.json()) {
            Json explained = json(code).put("explanation", code.explanation());
            in.outExactly(in.document(ExitCode.DONE).put("code", explained).pretty());
            return;
        }
        in.outExactly(severity(code) + " " + code.id() + "  " + code.summary() + "\n\n"
                + code.explanation().stripTrailing() + "\n");
    }

    private static void explain(Invocation in, TopologyRule rule) {
        String explanation = ReadyRules.explanation(rule);
        if (in.json()) {
            Json explained = json(rule).put("explanation", explanation);
            in.outExactly(in.document(ExitCode.DONE).put("rule", explained).pretty());
            return;
        }
        in.outExactly(explanation);
    }

    private static Json json(TopologyRule rule) {
        return new Json().put("name", rule.name()).put("kind", kind(rule)).put("sentence", rule.sentence());
    }

    private static String kind(TopologyRule rule) {
        return ReadyRules.standard().contains(rule) ? "standard" : "offered";
    }

    private static Json json(Code code) {
        return new Json().put("id", code.id()).put("severity", severity(code)).put("summary", code.summary());
    }

    private static String severity(Code code) {
        return code.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String pad(String severity) {
        return severity + " ".repeat(9 - severity.length());
    }
}
