package kz.tapbot.model.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** The first element with that key in a list in the order of the key, found in steps that grow with the list's logarithm. */
    public static <T, K extends Comparable<? super K>> Optional<T> find(List<T> list, Function<T, K> key, K wanted) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key.apply(list.get(middle)).compareTo(wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < list.size() && key.apply(list.get(low)).compareTo(wanted) == 0
                ? Optional.of(list.get(low))
                : Optional.empty();
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
