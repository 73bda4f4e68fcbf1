package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** True or false. */
final class FlagForm extends Form<Boolean> {

    @Override
    @Nullable Boolean read(Node node, Reading reading) {
        if (node instanceof Node.Flag flag) {
            return flag.value();
        }
        reading.otherwise(node, due(), node instanceof Node.Text ? " They stand without quotation marks." : "");
        return null;
    }

    @Override
    void write(Boolean value, JsonGenerator out) throws IOException {
        out.writeBoolean(value);
    }

    @Override
    String due() {
        return "true or false";
    }
}
