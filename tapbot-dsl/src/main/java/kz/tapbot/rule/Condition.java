package kz.tapbot.rule;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is demanded of a thing, and its words as they stand after "should" in a rule: {@code have a health check}.
 *
 * @param <T> what it is about
 */
public final class Condition<T extends Subject> {

    private final String description;
    private final BiConsumer<? super T, Violations> check;

    private Condition(String description, BiConsumer<? super T, Violations> check) {
        this.description = description;
        this.check = check;
    }

    /**
     * A condition that tells by itself what is wrong, once for everything that is.
     *
     * @param description as it stands after "should"
     */
    public static <T extends Subject> Condition<T> of(String description, BiConsumer<? super T, Violations> check) {
        return new Condition<>(description, check);
    }

    /**
     * A condition that holds or does not.
     *
     * @param description as it stands after "should"
     * @param complaint what is told of a thing for which it does not hold, without its address: {@code has no health check}
     */
    public static <T extends Subject> Condition<T> that(
            String description, Predicate<? super T> holds, Function<? super T, String> complaint) {
        return of(description, (thing, violations) -> {
            if (!holds.test(thing)) {
                violations.add(thing, complaint.apply(thing));
            }
        });
    }

    /** Its words. */
    public String description() {
        return description;
    }

    /** Tells of everything that is not as it should be with the thing. */
    public void check(T thing, Violations violations) {
        check.accept(thing, violations);
    }

    @Override
    public String toString() {
        return description;
    }
}
