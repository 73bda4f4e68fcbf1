package kz.tapbot.model.json;

import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;

/** The parts of a record while it is being read. */
final class Parts {

    private final IdentityHashMap<Part<?>, Object> values = new IdentityHashMap<>(8);

    <V> void put(Part<V> part, V value) {
        values.put(part, value);
    }

    /** A part that is there in any case: required, or with a usual value. */
    <V> V get(Part<V> part) {
        return Objects.requireNonNull(find(part).orElse(null));
    }

    /** A part that may be absent. */
    <V> Optional<V> find(Part<V> part) {
        return Optional.ofNullable(values.get(part)).map(part::cast);
    }

    /**
     * A part of a record.
     *
     * @param <V> its type
     */
    static final class Part<V> {
        @SuppressWarnings("unchecked") // put() lets nothing else in
        private V cast(Object value) {
            return (V) value;
        }
    }
}
