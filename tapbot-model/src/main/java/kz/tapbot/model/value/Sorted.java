package kz.tapbot.model.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Puts lists into the one order in which equal topologies are equal, whatever the order of declaration. */
public final class Sorted {

    private Sorted() {}

    /** Whether the list is in the order of the key. */
    public static <T, K extends Comparable<? super K>> boolean is(List<T> list, Function<T, K> key) {
        for (int i = 1; i < list.size(); i++) {
            if (key.apply(list.get(i - 1)).compareTo(key.apply(list.get(i))) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The list in the order of the key; equal keys stay in their order. */
    public static <T, K extends Comparable<? super K>> List<T> by(List<T> list, Function<T, K> key) {
        if (is(list, key)) {
            return list;
        }
        List<T> sorted = new ArrayList<>(list);
        sorted.sort(Comparator.comparing(key));
        return List.copyOf(sorted);
    }
}
