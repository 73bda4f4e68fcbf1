package kz.tapbot.runtime.cli.internal.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Reads arguments and writes help by picocli, whose model is built by its API so that nothing is looked up by reflection. */
public final class PicocliReading {

    private PicocliReading() {}

    /**
     * What was given.
     *
     * @throws UsageException if it cannot be understood
     */
    public static Arguments read(VerbSpec verb, List<String> given) {
        CommandLine line = new CommandLine(spec(verb)).setTrimQuotes(false).setExpandAtFiles(false);
        try {
            return arguments(line.parseArgs(given.toArray(new String[0])));
        } catch (CommandLine.ParameterException e) {
            throw usage(verb, e);
        }
    }

    /** The help of a verb; ends with a line break. */
    public static String help(VerbSpec verb) {
        return new CommandLine(spec(verb)).setUsageHelpWidth(110).getUsageMessage(Ansi.OFF);
    }

    private static CommandSpec spec(VerbSpec verb) {
        CommandSpec spec = CommandSpec.create().name("<your program> " + verb.name());
        spec.usageMessage().description(verb.summary()).sortOptions(false).abbreviateSynopsis(true);
        for (Option option : verb.all()) {
            OptionSpec.Builder built = option.name().equals("--help")
                    ? OptionSpec.builder("-h", option.name()).usageHelp(true).type(boolean.class)
                    : option.name().equals("--version")
                            ? OptionSpec.builder("-V", option.name())
                                    .versionHelp(true)
                                    .type(boolean.class)
                            : OptionSpec.builder(option.name());
            built.description(escape(option.help()));
            if (option.takesValue()) {
                built.paramLabel(option.value()).arity("1");
                if (option.many()) {
                    built.type(List.class).auxiliaryTypes(String.class);
                } else {
                    built.type(String.class);
                }
            } else {
                built.type(boolean.class).arity("0");
            }
            spec.addOption(built.build());
        }
        if (!verb.operand().isEmpty()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .paramLabel(verb.rest().isEmpty() ? verb.operand() : verb.operand() + " -- " + verb.rest())
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .index(verb.manyOperands() ? "0..*" : "0")
                    .arity((verb.operandRequired() ? "1" : "0") + (verb.manyOperands() ? "..*" : "..1"))
                    .required(verb.operandRequired())
                    .build());
        }
        return spec;
    }

    /** Picocli reads a percent sign as the start of a variable. */
    private static String escape(String text) {
        return text.replace("%", "%%");
    }

    private static Arguments arguments(CommandLine.ParseResult parsed) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (OptionSpec option : parsed.matchedOptionsSet()) {
            List<String> given = new ArrayList<>();
            if (!option.type().equals(boolean.class)) {
                given.addAll(option.stringValues());
            }
            values.put(option.longestName(), given);
        }
        List<String> operands = new ArrayList<>();
        parsed.matchedPositionals().forEach(positional -> operands.addAll(positional.stringValues()));
        return new Arguments(values, operands, List.of());
    }

    private static UsageException usage(VerbSpec verb, CommandLine.ParameterException e) {
        String hint = verb.name().isEmpty()
                ? "Run \"help\" for what there is."
                : verb.rest().isEmpty()
                        ? "Run \"help " + verb.name() + "\" for what it takes."
                        : "What is passed on comes behind two hyphens: " + verb.name() + " " + verb.operand() + " -- "
                                + verb.rest();
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            String argument = unmatched.getUnmatched().get(0);
            boolean option = argument.startsWith("-");
            return new UsageException(
                    (option ? "Unknown option " : "\"" + verb.name() + "\" takes no such argument: ")
                            + Shown.of(option ? name(argument) : argument) + ".",
                    suggestions.isEmpty() || !option ? hint : "Did you mean " + suggestions.get(0) + "?");
        }
        return new UsageException(Shown.line(String.valueOf(e.getMessage())) + ".", hint);
    }

    /** A value given with an equals sign may be a secret that was put where it does not belong. */
    private static String name(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }
}
