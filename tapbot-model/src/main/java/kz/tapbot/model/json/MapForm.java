package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** An object whose keys are the user's own. */
final class MapForm<V> extends Form<Map<String, V>> {

    private final Consumer<String> keyCheck;
    private final Form<V> value;

    /**
     * Makes one.
     *
     * @param keyCheck throws what is wrong with a key
     * @param value the form of the values
     */
    MapForm(Consumer<String> keyCheck, Form<V> value) {
        this.keyCheck = keyCheck;
        this.value = value;
    }

    /** The form of the values. */
    Form<V> value() {
        return value;
    }

    @Override
    @Nullable Map<String, V> read(Node node, Reading reading) {
        if (!(node instanceof Node.Members object)) {
            reading.otherwise(node, due(), "");
            return null;
        }
        reading.foundAgain(object);
        Map<String, V> values = new TreeMap<>();
        boolean good = object.again().isEmpty();
        for (Map.Entry<String, Node> member : object.members().entrySet()) {
            reading.down(member.getKey());
            good &= accepts(member.getKey(), member.getValue().line(), reading);
            V each = value.read(member.getValue(), reading);
            good &= each != null;
            if (each != null) {
                values.put(member.getKey(), each);
            }
            reading.up();
            if (reading.isFull()) {
                return null;
            }
        }
        return good ? values : null;
    }

    private boolean accepts(String key, int line, Reading reading) {
        try {
            keyCheck.accept(key);
            return true;
        } catch (InvalidValueException e) {
            reading.refused(line, e);
            return false;
        }
    }

    @Override
    void write(Map<String, V> values, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, V> entry : values.entrySet()) {
            out.writeFieldName(entry.getKey());
            value.write(entry.getValue(), out);
        }
        out.writeEndObject();
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
