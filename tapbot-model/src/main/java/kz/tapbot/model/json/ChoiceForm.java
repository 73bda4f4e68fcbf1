package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * One of several kinds of object; a field says which.
 *
 * @param <T> what the kinds have in common
 */
final class ChoiceForm<T> extends Form<T> {

    private final String title;
    private final String description;
    private final String key;
    private final Map<String, Variant<? extends T>> variants = new LinkedHashMap<>();

    /** Makes one whose field of that key says which kind it is. */
    ChoiceForm(String title, String description, String key) {
        this.title = title;
        this.description = description;
        this.key = key;
    }

    /** One kind, whose form does not know the field. */
    record Variant<T>(Class<T> type, ObjectForm<T, ?> form) {
        void write(Object value, JsonGenerator out) throws IOException {
            form.writeFields(type.cast(value), out);
        }
    }

    /** Adds a kind. */
    <V extends T> ChoiceForm<T> or(String word, Class<V> type, ObjectForm<V, ?> form) {
        variants.put(word, new Variant<>(type, form));
        return this;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String key() {
        return key;
    }

    Map<String, Variant<? extends T>> variants() {
        return variants;
    }

    @Override
    @Nullable T read(Node node, Reading reading) {
        if (!(node instanceof Node.Members object)) {
            reading.otherwise(node, due(), "");
            return null;
        }
        if (!(object.members().get(key) instanceof Node.Text word)) {
            reading.found(
                    ModelCode.MISSING_PART,
                    node.line(),
                    "The field \"" + key + "\" is missing: one of " + String.join(", ", variants.keySet()) + ".");
            return null;
        }
        Variant<? extends T> variant = variants.get(word.text());
        if (variant == null) {
            reading.down(key);
            reading.found(
                    ModelCode.JSON_BAD_VALUE,
                    word.line(),
                    InvalidValueException.show(word.text()) + " is not known here."
                            + Suggestion.of(word.text(), variants.keySet()));
            reading.up();
            return null;
        }
        Map<String, Node> rest = new LinkedHashMap<>(object.members());
        rest.remove(key);
        return variant.form().read(new Node.Members(object.line(), rest, object.again()), reading);
    }

    @Override
    void write(T value, JsonGenerator out) throws IOException {
        for (Map.Entry<String, Variant<? extends T>> variant : variants.entrySet()) {
            if (variant.getValue().type().isInstance(value)) {
                out.writeStartObject();
                out.writeStringField(key, variant.getKey());
                variant.getValue().write(value, out);
                out.writeEndObject();
                return;
            }
        }
        throw new IllegalStateException("no form for " + value.getClass());
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
