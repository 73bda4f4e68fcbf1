package kz.tapbot.model.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.model.json.Parts.Part;

/**
 * Says field by field how a record stands in JSON.
 *
 * @param <T> the record
 */
final class RecordSpec<T> {

    private final String title;
    private final String description;
    private final Map<String, Field<T, Parts, ?>> fields = new LinkedHashMap<>();

    private RecordSpec(String title, String description) {
        this.title = title;
        this.description = description;
    }

    static <T> RecordSpec<T> of(String title, String description) {
        return new RecordSpec<>(title, description);
    }

    /** A field that must be there. */
    <V> Part<V> required(String name, Form<V> form, Function<T, V> get, String meaning) {
        Part<V> part = new Part<>();
        fields.put(
                name,
                new Field<>(
                        name,
                        form,
                        object -> Optional.of(get.apply(object)),
                        (parts, value) -> parts.put(part, value),
                        parts -> {},
                        true,
                        Optional.empty(),
                        meaning));
        return part;
    }

    /** A field that may be left out. */
    <V> Part<V> optional(String name, Form<V> form, Function<T, Optional<V>> get, String meaning) {
        Part<V> part = new Part<>();
        fields.put(
                name,
                new Field<>(
                        name,
                        form,
                        get,
                        (parts, value) -> parts.put(part, value),
                        parts -> {},
                        false,
                        Optional.empty(),
                        meaning));
        return part;
    }

    /** A field that is left out when it has its usual value. */
    <V> Part<V> usual(String name, Form<V> form, V standard, Function<T, V> get, String meaning) {
        Part<V> part = new Part<>();
        fields.put(
                name,
                new Field<>(
                        name,
                        form,
                        object -> Optional.of(get.apply(object)).filter(value -> !value.equals(standard)),
                        (parts, value) -> parts.put(part, value),
                        parts -> parts.put(part, standard),
                        false,
                        Optional.of(standard),
                        meaning));
        return part;
    }

    /** A list in which the order does not matter; left out when empty. */
    <E> Part<Collection<E>> set(String name, Form<E> item, Function<T, List<E>> get, String meaning) {
        return usual(name, ListForm.set(item), List.of(), get::apply, meaning);
    }

    ObjectForm<T, Parts> made(Function<Parts, T> make) {
        return new ObjectForm<>(title, description, fields, Parts::new, make, Naming.NONE, null);
    }
}
