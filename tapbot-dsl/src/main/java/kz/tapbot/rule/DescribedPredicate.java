package kz.tapbot.rule;

import java.util.function.Predicate;

/**
 * A question about a thing, and its words as they stand after "that" in a rule: {@code are databases}.
 *
 * @param <T> what it is about
 */
public final class DescribedPredicate<T> {

    private final String description;
    private final Predicate<? super T> predicate;

    private DescribedPredicate(String description, Predicate<? super T> predicate) {
        this.description = description;
        this.predicate = predicate;
    }

    /**
     * A predicate with its words.
     *
     * @param description as it stands after "services that"
     */
    public static <T> DescribedPredicate<T> describe(String description, Predicate<? super T> predicate) {
        return new DescribedPredicate<>(description, predicate);
    }

    /** Holds where the given one does not. */
    public static <T> DescribedPredicate<T> not(DescribedPredicate<? super T> predicate) {
        return describe("do not fit \"" + predicate.description() + "\"", thing -> !predicate.test(thing));
    }

    /** Its words. */
    public String description() {
        return description;
    }

    /** Whether the thing is so. */
    public boolean test(T thing) {
        return predicate.test(thing);
    }

    /** Holds where both do. */
    public DescribedPredicate<T> and(DescribedPredicate<? super T> other) {
        return describe(description + " and " + other.description(), thing -> test(thing) && other.test(thing));
    }

    /** Holds where one of both does. */
    public DescribedPredicate<T> or(DescribedPredicate<? super T> other) {
        return describe(description + " or " + other.description(), thing -> test(thing) || other.test(thing));
    }

    @Override
    public String toString() {
        return description;
    }
}
