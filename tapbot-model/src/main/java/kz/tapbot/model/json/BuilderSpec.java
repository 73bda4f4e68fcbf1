package kz.tapbot.model.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.tapbot.model.place.Places;
import org.jspecify.annotations.Nullable;

/**
 * Says field by field how a type stands in JSON whose parts are collected by a builder.
 *
 * @param <T> the type
 * @param <B> its builder
 */
final class BuilderSpec<T, B> {

    private final String title;
    private final String description;
    private final Supplier<B> begin;
    private final Function<B, T> end;
    private final Map<String, Field<T, B, ?>> fields = new LinkedHashMap<>();
    private Naming naming = Naming.NONE;
    private @Nullable BiConsumer<B, Places> places;

    private BuilderSpec(String title, String description, Supplier<B> begin, Function<B, T> end) {
        this.title = title;
        this.description = description;
        this.begin = begin;
        this.end = end;
    }

    static <T, B> BuilderSpec<T, B> of(String title, String description, Supplier<B> begin, Function<B, T> end) {
        return new BuilderSpec<>(title, description, begin, end);
    }

    /** It has an address of its own. */
    BuilderSpec<T, B> named(Naming how) {
        naming = how;
        return this;
    }

    /** It remembers where it was declared. */
    BuilderSpec<T, B> placed(BiConsumer<B, Places> set) {
        places = set;
        return this;
    }

    /** A field that must be there. */
    <V> BuilderSpec<T, B> required(
            String name, Form<V> form, Function<T, V> get, BiConsumer<B, V> set, String meaning) {
        return add(new Field<>(
                name,
                form,
                object -> Optional.of(get.apply(object)),
                set,
                parts -> {},
                true,
                Optional.empty(),
                meaning));
    }

    /** A field that may be left out. */
    <V> BuilderSpec<T, B> optional(
            String name, Form<V> form, Function<T, Optional<V>> get, BiConsumer<B, V> set, String meaning) {
        return add(new Field<>(name, form, get, set, parts -> {}, false, Optional.empty(), meaning));
    }

    /** A field that is left out when it has its usual value. */
    <V> BuilderSpec<T, B> usual(
            String name, Form<V> form, V standard, Function<T, V> get, BiConsumer<B, V> set, String meaning) {
        return add(new Field<>(
                name,
                form,
                object -> Optional.of(get.apply(object)).filter(value -> !value.equals(standard)),
                set,
                parts -> set.accept(parts, standard),
                false,
                Optional.of(standard),
                meaning));
    }

    /** A list in which the order matters, or whose items have names; left out when empty. */
    <E> BuilderSpec<T, B> list(
            String name, Form<E> item, Function<T, List<E>> get, BiConsumer<B, Collection<E>> set, String meaning) {
        return collection(name, ListForm.list(item), get::apply, set, meaning);
    }

    /** A list in which the order does not matter; left out when empty. */
    <E> BuilderSpec<T, B> set(
            String name,
            Form<E> item,
            Function<T, ? extends Collection<E>> get,
            BiConsumer<B, Collection<E>> set,
            String meaning) {
        return collection(name, ListForm.set(item), get::apply, set, meaning);
    }

    private <E> BuilderSpec<T, B> collection(
            String name,
            ListForm<E> form,
            Function<T, Collection<E>> get,
            BiConsumer<B, Collection<E>> set,
            String meaning) {
        return add(new Field<>(
                name,
                form,
                object -> Optional.of(get.apply(object)).filter(values -> !values.isEmpty()),
                set,
                parts -> {},
                false,
                Optional.empty(),
                meaning));
    }

    /** An object whose keys are the user's own; left out when empty. */
    <V> BuilderSpec<T, B> map(
            String name,
            MapForm<V> form,
            Function<T, ? extends Map<String, V>> get,
            BiConsumer<B, Map<String, V>> set,
            String meaning) {
        return add(new Field<>(
                name,
                form,
                object -> Optional.<Map<String, V>>of(get.apply(object)).filter(values -> !values.isEmpty()),
                set,
                parts -> {},
                false,
                Optional.empty(),
                meaning));
    }

    private BuilderSpec<T, B> add(Field<T, B, ?> field) {
        fields.put(field.name(), field);
        return this;
    }

    ObjectForm<T, B> made() {
        return new ObjectForm<>(title, description, fields, begin, end, naming, places);
    }
}
