package kz.tapbot.rule;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.reach.Step;

/**
 * One way in which a rule does not hold.
 *
 * @param about what it is about
 * @param text what is wrong, as a sentence that begins with the address
 * @param place where it was declared, if that is known
 * @param steps the declarations that make it so, if there are any
 */
public record Violation(Address about, String text, Optional<DeclaredAt> place, List<Step> steps) {

    /** Copies the steps. */
    public Violation {
        steps = List.copyOf(steps);
    }

    /** A line that ends in the place, and one for each step; ends without a line break. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(text);
        place.ifPresent(at -> out.append(' ').append(at));
        steps.forEach(step -> out.append("\n    ").append(step));
        return out.toString();
    }
}
