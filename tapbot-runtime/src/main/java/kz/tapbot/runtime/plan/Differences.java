package kz.tapbot.runtime.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Compares what is with what shall be. */
final class Differences {

    private Differences() {}

    /** Every attribute that differs, in the order of names. */
    static List<Difference> all(SortedMap<String, String> found, SortedMap<String, String> wanted) {
        if (found.equals(wanted)) {
            return List.of();
        }
        List<Difference> differences = wanted(found, wanted);
        for (Map.Entry<String, String> entry : found.entrySet()) {
            if (!wanted.containsKey(entry.getKey())) {
                differences.add(new Difference(entry.getKey(), Optional.of(entry.getValue()), Optional.empty()));
            }
        }
        differences.sort(Comparator.comparing(Difference::attribute));
        return differences;
    }

    /** Every attribute that shall be and is not; what else is found is somebody else's concern. */
    static List<Difference> wanted(SortedMap<String, String> found, SortedMap<String, String> wanted) {
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<String, String> entry : wanted.entrySet()) {
            String before = found.get(entry.getKey());
            if (!entry.getValue().equals(before)) {
                differences.add(
                        new Difference(entry.getKey(), Optional.ofNullable(before), Optional.of(entry.getValue())));
            }
        }
        return differences;
    }

    /** All attributes as those of something new. */
    static List<Difference> fresh(SortedMap<String, String> wanted) {
        List<Difference> differences = new ArrayList<>(wanted.size());
        wanted.forEach((name, value) -> differences.add(new Difference(name, Optional.empty(), Optional.of(value))));
        return differences;
    }

    /** What differs, in words. */
    static String cause(List<Difference> differences) {
        int count = differences.size();
        if (count == 1) {
            return name(differences, 0) + " differs";
        }
        int named = count <= 3 ? count - 1 : 2;
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < named; i++) {
            out.append(i == 0 ? "" : ", ").append(name(differences, i));
        }
        return out.append(" and ")
                .append(count <= 3 ? name(differences, named) : (count - named) + " more")
                .append(" differ")
                .toString();
    }

    private static String name(List<Difference> differences, int index) {
        return Shown.plain(differences.get(index).attribute());
    }
}
