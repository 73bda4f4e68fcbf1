package kz.tapbot.runtime.cli;

import kz.tapbot.runtime.cli.internal.option.Option;
import kz.tapbot.runtime.cli.internal.option.PicocliReading;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.option.VerbSpec;

/** {@code help}: the verbs, or what one of them takes. */
final class HelpVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        String text = in.arguments()
                .operand()
                .map(name -> of(Verbs.spec(name)
                        .orElseThrow(() -> new UsageException(
                                "Unknown verb " + Shown.of(name) + ".",
                                Nearest.of(name, Verbs.NAMES)
                                        .map(near -> "Did you mean " + near + "?")
                                        .orElse("Verbs: " + String.join(", ", Verbs.NAMES) + ".")))))
                .orElseGet(HelpVerb::overview);
        in.terminal().out().print(text);
        return ExitCode.DONE;
    }

    static String of(VerbSpec spec) {
        return PicocliReading.help(spec);
    }

    static String overview() {
        StringBuilder out = new StringBuilder("Usage: <your program> VERB [OPTION...]\n\nVerbs\n");
        for (String name : Verbs.NAMES) {
            Verbs.spec(name).ifPresent(spec -> line(out, 10, name, spec.summary()));
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
