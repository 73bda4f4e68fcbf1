package kz.tapbot.reach;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A way on which something is reached.
 *
 * @param verdict whether a login is asked for
 * @param at where one knocks: {@code 443/tcp of server:data}, {@code https://dir.tapbot.kz}
 * @param steps the declarations that open it, from the outside to the inside
 */
public record Way(Verdict verdict, String at, List<Step> steps) {

    /** Copies the steps. */
    public Way {
        steps = List.copyOf(steps);
    }

    /** Where one knocks, and a line for every step; ends without a line break. */
    @Override
    public String toString() {
        return "at " + at + (verdict == Verdict.LOGIN ? ", with a login" : "")
                + steps.stream().map(step -> "\n    " + step).collect(Collectors.joining());
    }
}
