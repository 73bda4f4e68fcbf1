package kz.tapbot.runtime.cli.internal.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a verb was given.
 *
 * @param values the values of each option that was given, in their order; a flag has none
 * @param operands the operands in their order
 * @param rest what stood behind {@code --}, for a verb that passes it on
 */
public record Arguments(Map<String, List<String>> values, List<String> operands, List<String> rest) {

    /** Copies the map. */
    public Arguments {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, given) -> copy.put(name, new ArrayList<>(given)));
        values = copy;
        operands = List.copyOf(operands);
        rest = List.copyOf(rest);
    }

    /** The first operand, if there is one. */
    public Optional<String> operand() {
        return operands.stream().findFirst();
    }

    /** Whether the option was given. */
    public boolean has(String option) {
        return values.containsKey(option);
    }

    /** The value of an option that is given at most once. */
    public Optional<String> value(String option) {
        List<String> given = values(option);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(0));
    }

    /** The values of an option. */
    public List<String> values(String option) {
        return values.getOrDefault(option, List.of());
    }
}
