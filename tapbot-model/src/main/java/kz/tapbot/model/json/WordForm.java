package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** One of a few words: the constants of an enum as Java spells them. */
final class WordForm<E extends Enum<E>> extends Form<E> {

    private final E[] constants;

    WordForm(Class<E> type) {
        this.constants = type.getEnumConstants();
    }

    /** The words that may stand here. */
    List<String> words() {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    @Override
    @Nullable E read(Node node, Reading reading) {
        if (!(node instanceof Node.Text text)) {
            reading.otherwise(node, due(), "");
            return null;
        }
        for (E constant : constants) {
            if (constant.name().equals(text.text())) {
                return constant;
            }
        }
        reading.found(
                ModelCode.JSON_BAD_VALUE,
                node.line(),
                InvalidValueException.show(text.text()) + " is not known here." + Suggestion.of(text.text(), words()));
        return null;
    }

    @Override
    void write(E value, JsonGenerator out) throws IOException {
        out.writeString(value.name());
    }

    @Override
    String due() {
        return "one of " + String.join(", ", words());
    }
}
