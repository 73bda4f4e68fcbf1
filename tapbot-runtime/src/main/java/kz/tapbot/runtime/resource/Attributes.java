package kz.tapbot.runtime.resource;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects attributes, leaving out what is empty or is the default. */
public final class Attributes {

    private final SortedMap<String, String> all = new TreeMap<>();

    /** Puts a value. */
    public Attributes put(String name, Object value) {
        all.put(name, value.toString());
        return this;
    }

    /** Puts a value if there is one. */
    public Attributes put(String name, Optional<?> value) {
        value.ifPresent(present -> all.put(name, present.toString()));
        return this;
    }

    /** Puts {@code true}, or nothing. */
    public Attributes flag(String name, boolean value) {
        if (value) {
            all.put(name, "true");
        }
        return this;
    }

    /** Puts the members with commas between, or nothing. */
    public Attributes list(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            StringBuilder out = new StringBuilder();
            for (Object value : values) {
                out.append(out.isEmpty() ? "" : ", ").append(value);
            }
            all.put(name, out.toString());
        }
        return this;
    }

    /** Puts all of them. */
    public Attributes putAll(SortedMap<String, String> values) {
        all.putAll(values);
        return this;
    }

    /** Puts one attribute for each port; what else opens the same port is added to its value. */
    Attributes openings(Collection<Opening> openings) {
        openings.forEach(opening -> all.merge(opening.key(), opening.value(), (one, other) -> one + "; " + other));
        return this;
    }

    /** What was collected. */
    public SortedMap<String, String> all() {
        return all;
    }
}
