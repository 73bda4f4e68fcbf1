package kz.tapbot.runtime.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.tapbot.command.CommandLine;
import kz.tapbot.command.Terminal;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.cli.internal.option.Reading;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.option.VerbSpec;
import kz.tapbot.runtime.cli.internal.output.Paint;

/** The command line that {@code Tapbot.main} finds. Keeps nothing between two runs. */
public final class TapbotCommandLine implements CommandLine {

    /** One is as good as another. */
    public TapbotCommandLine() {}

    @Override
    public int run(Supplier<Topology> topology, List<String> arguments, Terminal given) {
        Terminal terminal = readable(given);
        int at = verbAt(Reading.own(arguments));
        String verb = at < 0 ? "" : arguments.get(at);
        try {
            return run(verb, without(arguments, at), topology, terminal).number();
        } catch (Throwable thrown) { // whatever it is, a user is told and the caller gets a number
            return tell(Failure.of(thrown), verb, Reading.own(arguments), terminal)
                    .number();
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** In the locale C, which is that of most containers, Java would write a question mark for every arrow. */
    private static Terminal readable(Terminal given) {
        String encoding =
                System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        if (!encoding.equals("US-ASCII") && !encoding.equals("ANSI_X3.4-1968")) {
            return given;
        }
        return new Terminal(
                given.in(),
                new PrintStream(given.out(), false, StandardCharsets.UTF_8),
                new PrintStream(given.err(), false, StandardCharsets.UTF_8),
                given.interactive(),
                given.environment());
    }

    private static ExitCode run(String verb, List<String> rest, Supplier<Topology> topology, Terminal terminal) {
        boolean none = verb.isEmpty();
        VerbSpec spec = none ? VerbSpec.NONE : Verbs.spec(verb).orElseThrow(() -> HelpVerb.unknown(verb));
        List<String> given = Format.take(verb, rest, verbAt(rest));
        Invocation in = new Invocation(verb, Reading.read(spec, given), topology, terminal);
        if (in.arguments().has("--help")) {
            return HelpVerb.show(in, none ? Optional.empty() : Optional.of(spec));
        }
        if (in.arguments().has("--version")) {
            return Version.show(in);
        }
        if (none) {
            throw new UsageException("No verb is given.", "Verbs: " + String.join(", ", Verbs.NAMES) + ".");
        }
        return Verbs.of(verb).run(in);
    }

    /** The place of the first argument that is neither an option nor the value of one; -1 if none. */
    private static int verbAt(List<String> arguments) {
        boolean value = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!value && !argument.startsWith("-")) {
                return i;
            }
            value = !value && Verbs.takesValue(argument);
        }
        return -1;
    }

    private static List<String> without(List<String> arguments, int at) {
        if (at < 0) {
            return arguments;
        }
        List<String> rest = new ArrayList<>(arguments);
        rest.remove(at);
        return rest;
    }

    private static ExitCode tell(Failure failure, String verb, List<String> arguments, Terminal terminal) {
        if (arguments.contains("--json")) {
            Invocation.outExactly(terminal, failure.json(verb).pretty());
            return failure.code();
        }
        boolean colour = Invocation.colour(terminal, arguments.contains("--no-color"));
        String text = failure.text(arguments.contains("--stacktrace"));
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        terminal.err().println(Paint.RED.on(first, colour) + text.substring(first.length()));
        return failure.code();
    }
}
