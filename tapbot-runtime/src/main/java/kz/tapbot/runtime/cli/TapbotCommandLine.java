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
import kz.tapbot.runtime.cli.internal.option.Arguments;
import kz.tapbot.runtime.cli.internal.option.Option;
import kz.tapbot.runtime.cli.internal.option.Reading;
import kz.tapbot.runtime.cli.internal.option.Shown;
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
        int at = verbAt(arguments);
        String verb = at < 0 ? "" : arguments.get(at);
        try {
            return run(verb, without(arguments, at), topology, terminal).number();
        } catch (Throwable thrown) { // whatever it is, a user is told and the caller gets a number
            return tell(Failure.of(thrown), verb, arguments, terminal).number();
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
        if (verb.isEmpty()) {
            if (rest.contains("--version") || rest.contains("-V")) {
                terminal.out().println("tapbot " + Version.text());
                return ExitCode.DONE;
            }
            if (rest.contains("--help") || rest.contains("-h")) {
                terminal.out().print(HelpVerb.overview());
                return ExitCode.DONE;
            }
            throw new UsageException("No verb is given.", "Verbs: " + String.join(", ", Verbs.NAMES) + ".");
        }
        VerbSpec spec = Verbs.spec(verb).orElseThrow(() -> unknown(verb));
        Arguments arguments = Reading.read(spec, rest);
        if (arguments.has("--help")) {
            terminal.out().print(HelpVerb.of(spec));
            return ExitCode.DONE;
        }
        if (arguments.has("--version")) {
            terminal.out().println("tapbot " + Version.text());
            return ExitCode.DONE;
        }
        return Verbs.of(verb).run(new Invocation(verb, arguments, topology, terminal));
    }

    /** The place of the first argument that is neither an option nor the value of one that may stand before a verb; -1 if none. */
    private static int verbAt(List<String> arguments) {
        boolean value = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!value && !argument.startsWith("-")) {
                return i;
            }
            value = !value && isGlobalWithValue(argument);
        }
        return -1;
    }

    private static boolean isGlobalWithValue(String argument) {
        for (Option option : VerbSpec.global()) {
            if (option.takesValue() && option.name().equals(argument)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> without(List<String> arguments, int at) {
        if (at < 0) {
            return arguments;
        }
        List<String> rest = new ArrayList<>(arguments);
        rest.remove(at);
        return rest;
    }

    private static UsageException unknown(String verb) {
        Optional<String> near = Nearest.of(verb, Verbs.NAMES);
        return new UsageException(
                "Unknown verb " + Shown.of(verb) + ".",
                near.map(name -> "Did you mean " + name + "?")
                        .orElse("Verbs: " + String.join(", ", Verbs.NAMES) + "."));
    }

    private static ExitCode tell(Failure failure, String verb, List<String> arguments, Terminal terminal) {
        if (arguments.contains("--json")) {
            terminal.out().print(failure.json(verb).pretty());
            return failure.code();
        }
        boolean colour = terminal.interactive()
                && !arguments.contains("--no-color")
                && terminal.environment().getOrDefault("NO_COLOR", "").isEmpty();
        String text = failure.text(arguments.contains("--stacktrace"));
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        terminal.err().println(Paint.RED.on(first, colour) + text.substring(first.length()));
        return failure.code();
    }
}
