package kz.tapbot.rule.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts names into sentences. */
final class Words {

    private Words() {}

    static String or(String... names) {
        return list(List.of(names), " or ");
    }

    static String and(List<String> names) {
        return list(names, " and ");
    }

    private static String list(List<String> names, String last) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + last + names.get(names.size() - 1);
    }

    static <T> Predicate<T> named(String[] names, Function<T, String> name) {
        Set<String> wanted = Set.of(names);
        return thing -> wanted.contains(name.apply(thing));
    }
}
