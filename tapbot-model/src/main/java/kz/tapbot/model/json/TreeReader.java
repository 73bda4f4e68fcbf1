package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** From characters to nodes: JSON as RFC 8259 has it, bounded in depth and number. */
final class TreeReader {

    /** The most objects and lists that may lie in each other. */
    static final int DEEPEST = 64;

    /** The most values in all; an object counts as {@value #OBJECT} of them, since it takes as much memory. */
    static final int MOST_VALUES = 1_000_000;

    private static final int OBJECT = 5;

    private static final int LONGEST_KEY = 1024;

    private final JsonParser parser;
    private final CharBuffer text;
    private final Reading reading;
    private int depth;
    private int values;

    private TreeReader(JsonParser parser, CharBuffer text, Reading reading) {
        this.parser = parser;
        this.text = text;
        this.reading = reading;
    }

    private static Optional<Node> read(JsonParser parser, CharBuffer text, Reading reading) throws IOException {
        try {
            return new TreeReader(parser, text, reading).root();
        } catch (StreamConstraintsException e) {
            reading.found(
                    ModelCode.JSON_TOO_LARGE,
                    parser.currentLocation().getLineNr(),
                    "A key or number in the file is longer than any topology needs.");
            return Optional.empty();
        }
    }

    /** The one value of the text; empty if it is not JSON, which the reading then knows. */
    static Optional<Node> read(CharBuffer text, Reading reading) {
        try (JsonParser parser =
                Factory.STRICT.createParser(text.array(), text.arrayOffset() + text.position(), text.remaining())) {
            return read(parser, text, reading);
        } catch (IOException e) {
            reading.found(ModelCode.JSON_SYNTAX, 0, "The file is not JSON.");
        }
        return Optional.empty();
    }

    private Optional<Node> root() throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                reading.found(ModelCode.JSON_SYNTAX, 1, "The file is empty.");
                return Optional.empty();
            }
            Node root = value(line());
            if (root != null && parser.nextToken() != null) {
                reading.found(
                        ModelCode.JSON_SYNTAX,
                        line(),
                        "The file goes on after the end of the topology. Delete the rest.");
                return Optional.empty();
            }
            return Optional.ofNullable(root);
        } catch (StreamConstraintsException e) {
            throw e;
        } catch (IOException e) {
            refuse();
            return Optional.empty();
        }
    }

    private @Nullable Node value(int line) throws IOException {
        values += parser.currentToken() == JsonToken.START_OBJECT ? OBJECT : 1;
        if (values > MOST_VALUES) {
            reading.found(
                    ModelCode.JSON_TOO_LARGE,
                    line,
                    "The file holds more than " + MOST_VALUES + " values, an object counting as " + OBJECT + ".");
            return null;
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> deeper(line, true);
            case START_ARRAY -> deeper(line, false);
            case VALUE_STRING -> text(line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Digits(line, parser.getText());
            case VALUE_TRUE -> new Node.Flag(line, true);
            case VALUE_FALSE -> new Node.Flag(line, false);
            default -> new Node.Nothing(line);
        };
    }

    private Node text(int line) throws IOException {
        String value = parser.getText();
        if (hasLoneSurrogate(value)) {
            reading.found(ModelCode.JSON_SYNTAX, line, "A text holds half a character (a lone surrogate).");
        }
        return new Node.Text(line, value);
    }

    private @Nullable Node deeper(int line, boolean object) throws IOException {
        if (++depth > DEEPEST) {
            reading.found(
                    ModelCode.JSON_TOO_LARGE,
                    line,
                    "Objects and lists lie in each other more than " + DEEPEST + " deep.");
            return null;
        }
        Node node = object ? members(line) : items(line);
        depth--;
        return node;
    }

    private @Nullable Node items(int line) throws IOException {
        List<Node> items = new ArrayList<>(4);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Node item = value(line());
            if (item == null) {
                return null;
            }
            items.add(item);
        }
        return new Node.Items(line, items);
    }

    private @Nullable Node members(int line) throws IOException {
        Map<String, Node> members = new LinkedHashMap<>(4);
        List<Node.Again> again = List.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int at = line();
            if (key.length() > LONGEST_KEY || hasLoneSurrogate(key)) {
                reading.found(
                        ModelCode.JSON_SYNTAX, at, "A key is longer than any field's, or holds half a character.");
                return null;
            }
            parser.nextToken();
            Node member = value(at);
            if (member == null) {
                return null;
            }
            Node earlier = members.putIfAbsent(key, member);
            if (earlier != null) {
                again = again.isEmpty() ? new ArrayList<>() : again;
                again.add(new Node.Again(key, at, earlier.line()));
            }
        }
        return new Node.Members(line, members, again);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Says where the text stops being JSON, and by what; letters and digits are not shown, as they may be of a secret. */
    private void refuse() {
        var at = parser.currentLocation();
        int offset = (int) Math.max(0, Math.min(at.getCharOffset() - 1, text.remaining() - 1));
        char c = text.isEmpty() ? ' ' : text.charAt(offset);
        boolean shown = c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
        reading.found(
                ModelCode.JSON_SYNTAX,
                at.getLineNr(),
                "The file stops being JSON (RFC 8259) at column " + at.getColumnNr()
                        + (shown ? ", near " + InvalidValueException.show(String.valueOf(c)) : "")
                        + ". JSON has no comments, no comma after the last item, no single quotes, no NaN, and closes every "
                        + "bracket and quotation mark.");
    }

    private static boolean hasLoneSurrogate(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Made on first use only. */
    private static final class Factory {
        static final JsonFactory STRICT = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST + 1)
                        .maxStringLength(JsonText.MOST_BYTES)
                        .maxDocumentLength(JsonText.MOST_BYTES)
                        .build())
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();

        private Factory() {}
    }
}
