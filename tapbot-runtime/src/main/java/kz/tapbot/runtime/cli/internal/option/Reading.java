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
        return plain(verb, given).orElseGet(() -> PicocliReading.read(verb, given));
    }

    /** What was given, unless there is anything about it that takes thought. */
    public static Optional<Arguments> plain(VerbSpec verb, List<String> given) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Optional<String> operand = Optional.empty();
        for (int i = 0; i < given.size(); i++) {
            String argument = given.get(i);
            if (!argument.startsWith("-")) {
                if (operand.isPresent() || verb.operand().isEmpty() || argument.isEmpty()) {
                    return Optional.empty();
                }
                operand = Optional.of(argument);
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
        boolean complete = operand.isPresent() || !verb.operandRequired();
        return complete ? Optional.of(new Arguments(values, operand)) : Optional.empty();
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
