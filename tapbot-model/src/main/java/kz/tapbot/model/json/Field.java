package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One field of an object.
 *
 * @param name its key, which is the attribute's name in the model
 * @param form the form of its value
 * @param get its value, empty if the field is left out
 * @param set takes the value that was read
 * @param absent takes that the field is left out
 * @param required whether it must be there
 * @param standard the value that it has when it is left out, as the schema shows it
 * @param description what it means, for the schema
 * @param <T> the type of the object
 * @param <B> what collects the object's parts
 * @param <V> the type of the value
 */
record Field<T, B, V>(
        String name,
        Form<V> form,
        Function<T, Optional<V>> get,
        BiConsumer<B, V> set,
        Consumer<B> absent,
        boolean required,
        Optional<V> standard,
        String description) {

    /** Reads the value into the parts; false if something is wrong with it. */
    boolean read(Node node, B parts, Reading reading) {
        V value = form.read(node, reading);
        if (value == null) {
            return false;
        }
        set.accept(parts, value);
        return true;
    }

    /** Writes key and value, or nothing. */
    void write(T object, JsonGenerator out) throws IOException {
        Optional<V> value = get.apply(object);
        if (value.isPresent()) {
            out.writeFieldName(name);
            form.write(value.get(), out);
        }
    }
}
