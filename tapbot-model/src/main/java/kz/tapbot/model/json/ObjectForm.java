package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * An object with known fields.
 *
 * @param <T> the type of the object
 * @param <B> what collects its parts
 */
final class ObjectForm<T, B> extends Form<T> {

    private final String title;
    private final String description;
    private final Map<String, Field<T, B, ?>> fields;
    private final Supplier<B> begin;
    private final Function<B, T> end;
    private final Naming naming;
    private final @Nullable BiConsumer<B, Places> places;

    ObjectForm(
            String title,
            String description,
            Map<String, Field<T, B, ?>> fields,
            Supplier<B> begin,
            Function<B, T> end,
            Naming naming,
            @Nullable BiConsumer<B, Places> places) {
        this.title = title;
        this.description = description;
        this.fields = fields;
        this.begin = begin;
        this.end = end;
        this.naming = naming;
        this.places = places;
    }

    /** A word for the type, unique among all forms. */
    String title() {
        return title;
    }

    /** What it is, for the schema. */
    String description() {
        return description;
    }

    /** The fields in the order in which they are written. */
    Collection<Field<T, B, ?>> fields() {
        return Collections.unmodifiableCollection(fields.values());
    }

    @Override
    @Nullable T read(Node node, Reading reading) {
        if (!(node instanceof Node.Members object)) {
            reading.otherwise(node, due(), "");
            return null;
        }
        Address outer = reading.address();
        reading.address(naming.name(outer, object));
        T value = parts(object, reading);
        reading.address(outer);
        return value;
    }

    private @Nullable T parts(Node.Members object, Reading reading) {
        reading.foundAgain(object);
        B parts = begin.get();
        boolean good = object.again().isEmpty();
        for (Map.Entry<String, Node> member : object.members().entrySet()) {
            good &= part(member.getKey(), member.getValue(), parts, reading);
            if (reading.isFull()) {
                return null;
            }
        }
        for (Field<T, B, ?> field : fields.values()) {
            if (!object.members().containsKey(field.name())) {
                good &= absent(field, object, parts, reading);
            }
        }
        return good ? whole(object, parts, reading) : null;
    }

    private boolean absent(Field<T, B, ?> field, Node.Members object, B parts, Reading reading) {
        if (!field.required()) {
            field.absent().accept(parts);
            return true;
        }
        if (!isMisspelt(field.name(), object)) {
            reading.found(
                    ModelCode.MISSING_PART,
                    object.line(),
                    "The field \"" + field.name() + "\" is missing: "
                            + field.form().due() + ".");
        }
        return false;
    }

    /** Whether an unknown field is most likely this one, which has been told then. */
    private boolean isMisspelt(String name, Node.Members object) {
        for (String key : object.members().keySet()) {
            if (!fields.containsKey(key)
                    && Suggestion.nearest(key, fields.keySet()).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean part(String key, Node value, B parts, Reading reading) {
        Field<T, B, ?> field = fields.get(key);
        if (field == null) {
            reading.found(
                    ModelCode.JSON_UNKNOWN_FIELD,
                    value.line(),
                    "No field " + InvalidValueException.show(key) + " is known here."
                            + Suggestion.of(key, fields.keySet()));
            return false;
        }
        reading.down(key);
        boolean good = field.read(value, parts, reading);
        reading.up();
        return good;
    }

    private @Nullable T whole(Node.Members object, B parts, Reading reading) {
        if (places != null) {
            places.accept(parts, Places.of(reading.place(object.line()), settings(object, reading)));
        }
        try {
            return end.apply(parts);
        } catch (InvalidValueException e) {
            reading.refused(object.line(), e);
            return null;
        }
    }

    private Map<String, DeclaredAt> settings(Node.Members object, Reading reading) {
        Map<String, DeclaredAt> settings = new TreeMap<>();
        object.members().forEach((key, value) -> {
            settings.put(key, reading.place(value.line()));
            Field<T, B, ?> field = fields.get(key);
            if (field != null && field.form() instanceof MapForm && value instanceof Node.Members map) {
                map.members().forEach((name, each) -> settings.put(key + "." + name, reading.place(each.line())));
            }
        });
        return settings;
    }

    @Override
    void write(T value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeFields(value, out);
        out.writeEndObject();
    }

    /** Writes the fields without the brackets around them. */
    void writeFields(T value, JsonGenerator out) throws IOException {
        for (Field<T, B, ?> field : fields.values()) {
            field.write(value, out);
        }
    }

    @Override
    String due() {
        return "an object";
    }

    @Override
    boolean isShort() {
        return false;
    }
}
