package kz.tapbot.runtime.cli;

import java.util.Optional;
import java.util.stream.Stream;
import kz.tapbot.runtime.cli.internal.option.Option;
import kz.tapbot.runtime.cli.internal.option.PicocliReading;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.option.VerbSpec;
import kz.tapbot.runtime.cli.internal.output.Json;

/** {@code help}: the verbs, or what one of them takes. */
final class HelpVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        return show(in, in.arguments().operand().map(name -> Verbs.spec(name).orElseThrow(() -> unknown(name))));
    }

    /** Shows what that verb takes, or all verbs. */
    static ExitCode show(Invocation in, Optional<VerbSpec> one) {
        if (in.json()) {
            Stream<VerbSpec> verbs = one.map(Stream::of)
                    .orElseGet(() -> Verbs.NAMES.stream().map(Verbs::spec).flatMap(Optional::stream));
            in.outExactly(Invocation.document("help", ExitCode.DONE)
                    .put("verbs", verbs.map(HelpVerb::json).toList())
                    .put(
                            "everywhere",
                            VerbSpec.global().stream().map(HelpVerb::json).toList())
                    .pretty());
        } else {
            in.outExactly(one.map(PicocliReading::help).orElseGet(HelpVerb::overview));
        }
        return ExitCode.DONE;
    }

    static UsageException unknown(String verb) {
        return new UsageException(
                "Unknown verb " + Shown.of(verb) + ".",
                Nearest.of(verb, Verbs.NAMES)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Verbs: " + String.join(", ", Verbs.NAMES) + "."));
    }

    private static Json json(VerbSpec verb) {
        Json json = new Json().put("name", verb.name()).put("summary", verb.summary());
        if (!verb.operand().isEmpty()) {
            json.put("operand", verb.operand()).put("operandRequired", verb.operandRequired());
        }
        if (verb.manyOperands()) {
            json.put("manyOperands", true);
        }
        if (!verb.rest().isEmpty()) {
            json.put("rest", verb.rest());
        }
        return json.put("options", verb.options().stream().map(HelpVerb::json).toList());
    }

    private static Json json(Option option) {
        Json json = new Json().put("name", option.name());
        if (option.takesValue()) {
            json.put("value", option.value()).put("many", option.many());
        }
        return json.put("help", option.help());
    }

    private static String overview() {
        StringBuilder out = new StringBuilder("Usage: <your program> VERB [OPTION...]\n\nVerbs\n");
        for (String name : Verbs.NAMES) {
            Verbs.spec(name).ifPresent(spec -> line(out, 13, name, spec.summary()));
        }
        out.append("\nOptions of every verb\n");
        for (Option option : VerbSpec.global()) {
            line(out, 18, option.takesValue() ? option.name() + " " + option.value() : option.name(), option.help());
        }
        return out.append("\n\"help VERB\" shows what a verb takes; docs/cli.md has examples and the exit codes.\n")
                .toString();
    }

    private static void line(StringBuilder out, int width, String name, String text) {
        out.append("  ")
                .append(name)
                .append(" ".repeat(Math.max(1, width - name.length())))
                .append(text)
                .append('\n');
    }
}
