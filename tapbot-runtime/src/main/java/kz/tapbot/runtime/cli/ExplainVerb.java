package kz.tapbot.runtime.cli;

import java.util.List;
import java.util.Locale;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.output.Json;

/** {@code explain}: what a code means, or all codes. */
final class ExplainVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        List<Code> codes = Codes.all();
        if (in.arguments().operand().isEmpty()) {
            list(in, codes);
        } else {
            explain(in, find(in.arguments().operand().get(), codes));
        }
        return ExitCode.DONE;
    }

    private static Code find(String typed, List<Code> codes) {
        return codes.stream()
                .filter(code -> code.id().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There is no code " + Shown.of(typed) + ".",
                        Nearest.of(typed, codes.stream().map(Code::id).toList(), 2)
                                        .map(near -> "Did you mean " + near + "? ")
                                        .orElse("")
                                + "\"explain\" alone lists all codes."));
    }

    private static void list(Invocation in, List<Code> codes) {
        if (in.json()) {
            in.outExactly(in.document(ExitCode.DONE)
                    .put("codes", codes.stream().map(ExplainVerb::json).toList())
                    .pretty());
            return;
        }
        codes.forEach(code -> in.out(code.id() + "  " + pad(severity(code)) + code.summary()));
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
