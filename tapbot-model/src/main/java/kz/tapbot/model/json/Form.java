package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How one type of the model stands in JSON, said once for reading, writing and the schema.
 *
 * @param <T> the type of the model
 */
abstract class Form<T> {

    /** The value of a node, or null if something was found wrong with it, which the reading then knows. */
    abstract @Nullable T read(Node node, Reading reading);

    /** Writes a value. */
    abstract void write(T value, JsonGenerator out) throws IOException;

    /** What is due where this form is, with its article. */
    abstract String due();

    /** Whether a list of these stands in one line. */
    boolean isShort() {
        return true;
    }
}
