package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** A value that stands in JSON as a text. */
final class TextForm<T> extends Form<T> {

    private static final String NOT_SHOWN =
            "A secret is referred to by its name: 1 to 40 lower-case letters, digits and hyphens. What stands here is no such name and is "
                    + "not shown, as it may be the secret itself. If it is: take it out of the file, replace the secret wherever it "
                    + "is used, and declare where the new one comes from:\n"
                    + "    \"secrets\": [{\"name\": \"db-password\", \"source\": {\"kind\": \"ENVIRONMENT\", "
                    + "\"arguments\": [\"DB_PASSWORD\"]}}]";

    private final String what;
    private final Function<String, T> parse;
    private final Function<T, String> show;
    private final Optional<String> pattern;
    private final boolean secret;

    private TextForm(
            String what,
            Function<String, T> parse,
            Function<T, String> show,
            Optional<String> pattern,
            boolean secret) {
        this.what = what;
        this.parse = parse;
        this.show = show;
        this.pattern = pattern;
        this.secret = secret;
    }

    /** A text whose factory says by an exception what is wrong; its own text form is read back to an equal value. */
    static <T> TextForm<T> of(String what, Function<String, T> parse) {
        return new TextForm<>(what, parse, String::valueOf, Optional.empty(), false);
    }

    /** The same with a pattern for the schema, which accepts at least what the factory accepts. */
    TextForm<T> matching(String regularExpression) {
        return new TextForm<>(what, parse, show, Optional.of(regularExpression), secret);
    }

    /** The same, never shown in a message. */
    TextForm<T> secret() {
        return new TextForm<>(what, parse, show, pattern, true);
    }

    /** The pattern for the schema. */
    Optional<String> pattern() {
        return pattern;
    }

    @Override
    @Nullable T read(Node node, Reading reading) {
        if (!(node instanceof Node.Text text)) {
            reading.otherwise(node, due(), node instanceof Node.Digits ? " Put it into quotation marks." : "");
            return null;
        }
        try {
            return parse.apply(text.text());
        } catch (InvalidValueException e) {
            if (secret) {
                reading.found(ModelCode.PLAIN_SECRET, node.line(), NOT_SHOWN);
            } else {
                reading.refused(node.line(), e);
            }
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            reading.found(
                    ModelCode.JSON_BAD_VALUE,
                    node.line(),
                    "Not " + what + ": " + InvalidValueException.show(text.text()) + ".");
        }
        return null;
    }

    @Override
    void write(T value, JsonGenerator out) throws IOException {
        out.writeString(show.apply(value));
    }

    @Override
    String due() {
        return what;
    }
}
