package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import org.jspecify.annotations.Nullable;

/** A list of values of one form. */
final class ListForm<E> extends Form<Collection<E>> {

    private final Form<E> item;
    private final boolean set;

    private ListForm(Form<E> item, boolean set) {
        this.item = item;
        this.set = set;
    }

    /** A list in which the order matters, or whose items are told apart by a name that the validator judges. */
    static <E> ListForm<E> list(Form<E> item) {
        return new ListForm<>(item, false);
    }

    /** A list in which the order does not matter and nothing stands twice. */
    static <E> ListForm<E> set(Form<E> item) {
        return new ListForm<>(item, true);
    }

    /** The form of the items. */
    Form<E> item() {
        return item;
    }

    /** Whether nothing stands in it twice. */
    boolean isSet() {
        return set;
    }

    @Override
    @Nullable Collection<E> read(Node node, Reading reading) {
        if (!(node instanceof Node.Items items)) {
            reading.otherwise(node, due(), " Put it into square brackets, even a single one.");
            return null;
        }
        List<E> values = new ArrayList<>(items.items().size());
        Map<E, Integer> lines = new HashMap<>();
        boolean good = true;
        for (int i = 0; i < items.items().size() && !reading.isFull(); i++) {
            Node each = items.items().get(i);
            reading.down(i);
            E value = item.read(each, reading);
            Integer earlier = value == null || !set ? null : lines.putIfAbsent(value, each.line());
            if (earlier != null) {
                reading.found(
                        ModelCode.JSON_BAD_VALUE,
                        each.line(),
                        "The same stands in this list already. Delete one of both.",
                        Optional.of(earlier));
            }
            good &= value != null && earlier == null;
            if (value != null) {
                values.add(value);
            }
            reading.up();
        }
        return good ? values : null;
    }

    @Override
    void write(Collection<E> value, JsonGenerator out) throws IOException {
        Layout layout = (Layout) out.getPrettyPrinter();
        layout.inOneLine(item.isShort());
        out.writeStartArray();
        for (E each : value) {
            item.write(each, out);
        }
        out.writeEndArray();
        layout.inOneLine(false);
    }

    @Override
    String due() {
        return "a list";
    }

    @Override
    boolean isShort() {
        return false;
    }
}
