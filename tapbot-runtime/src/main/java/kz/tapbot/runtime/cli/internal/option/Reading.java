package kz.tapbot.runtime.cli.internal.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads arguments that are plainly right. For all others it gives up, and {@link PicocliReading} finds out what they mean or what is wrong
 * with them: loading picocli costs about 0.1 s, a third of what a plan may take.
 */
public final class Reading {

    private Reading() {}

    /**
     * What was given.
     *
     * @param verb what may be given
     * @param given the arguments behind the verb
     * @throws UsageException if they cannot be understood
     */
    public static Arguments read(VerbSpec verb, List<String> given) {
        int end = verb.rest().isEmpty() ? -1 : given.indexOf("--");
        if (end < 0) {
            return plain(verb, given).orElseGet(() -> PicocliReading.read(verb, given));
        }
        Arguments before = read(verb, given.subList(0, end));
        return new Arguments(before.values(), before.operands(), given.subList(end + 1, given.size()));
    }

    /** The arguments of a command line that are for Tapbot: none behind {@code --}. */
    public static List<String> own(List<String> arguments) {
        int end = arguments.indexOf("--");
        return end < 0 ? arguments : arguments.subList(0, end);
    }

    /** What was given, unless there is anything about it that takes thought. */
    public static Optional<Arguments> plain(VerbSpec verb, List<String> given) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String argument = given.get(i);
            if (!argument.startsWith("-")) {
                boolean full = !operands.isEmpty() && !verb.manyOperands();
                if (full || verb.operand().isEmpty() || argument.isEmpty()) {
                    return Optional.empty();
                }
                operands.add(argument);
                continue;
            }
            Optional<Option> option = named(verb, argument);
            boolean again = values.containsKey(argument);
            if (option.isEmpty() || again && !option.get().many()) {
                return Optional.empty();
            }
            List<String> all = values.computeIfAbsent(argument, name -> new ArrayList<>());
            if (option.get().takesValue()) {
                i++;
                if (i == given.size()
                        || given.get(i).startsWith("-")
                        || given.get(i).isEmpty()) {
                    return Optional.empty();
                }
                all.add(given.get(i));
            }
        }
        boolean complete = !operands.isEmpty() || !verb.operandRequired();
        return complete ? Optional.of(new Arguments(values, operands, List.of())) : Optional.empty();
    }

    private static Optional<Option> named(VerbSpec verb, String name) {
        for (Option option : verb.all()) {
            if (option.name().equals(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
