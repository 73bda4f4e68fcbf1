package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.Function;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** A value that stands in JSON as another one does. */
final class MappedForm<F, T> extends Form<T> {

    private final Form<F> inner;
    private final Function<F, T> make;
    private final Function<T, F> show;

    /**
     * Makes one.
     *
     * @param inner the form in JSON
     * @param make makes the value, or throws what is wrong with it
     * @param show the way back
     */
    MappedForm(Form<F> inner, Function<F, T> make, Function<T, F> show) {
        this.inner = inner;
        this.make = make;
        this.show = show;
    }

    /** The form in JSON. */
    Form<F> inner() {
        return inner;
    }

    @Override
    @Nullable T read(Node node, Reading reading) {
        F value = inner.read(node, reading);
        if (value == null) {
            return null;
        }
        try {
            return make.apply(value);
        } catch (InvalidValueException e) {
            reading.refused(node.line(), e);
            return null;
        }
    }

    @Override
    void write(T value, JsonGenerator out) throws IOException {
        inner.write(show.apply(value), out);
    }

    @Override
    String due() {
        return inner.due();
    }

    @Override
    boolean isShort() {
        return inner.isShort();
    }
}
