package kz.tapbot.runtime.cli.internal.output;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.runtime.cli.internal.option.Shown;

/**
 * A JSON object in the making (RFC 8259), its fields in the order in which they were put. Small on purpose: loading Jackson takes longer
 * than a whole plan.
 */
public final class Json {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** An object without fields. */
    public Json() {}

    /** Text that is JSON already. */
    private record Ready(String text) {}

    /** Puts a text, number, truth, list or object; an empty optional puts nothing. */
    public Json put(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> put(name, present));
        } else {
            fields.put(name, value);
        }
        return this;
    }

    /** Puts what is JSON already. */
    public Json ready(String name, String json) {
        fields.put(name, new Ready(json.strip()));
        return this;
    }

    /** Over several lines, indented by two spaces; ends with a line break. */
    public String pretty() {
        StringBuilder out = new StringBuilder(512);
        write(out, this, 0);
        return out.append('\n').toString();
    }

    /** On one line; ends with a line break. */
    public String line() {
        StringBuilder out = new StringBuilder(256);
        write(out, this, -1);
        return out.append('\n').toString();
    }

    private static void write(StringBuilder out, Object value, int depth) {
        if (value instanceof Json json) {
            object(out, json.fields, depth);
        } else if (value instanceof List<?> list) {
            list(out, list, depth);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Ready ready) {
            out.append(depth < 0 ? ready.text() : ready.text().replace("\n", "\n" + "  ".repeat(depth)));
        } else {
            text(out, value.toString());
        }
    }

    private static void object(StringBuilder out, Map<String, Object> fields, int depth) {
        int inside = depth < 0 ? -1 : depth + 1;
        out.append('{');
        for (Iterator<Map.Entry<String, Object>> all = fields.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Object> field = all.next();
            indent(out, inside);
            text(out, field.getKey());
            out.append(inside < 0 ? ":" : ": ");
            write(out, field.getValue(), inside);
            out.append(all.hasNext() ? "," : "");
        }
        indent(out, fields.isEmpty() ? -1 : depth);
        out.append('}');
    }

    private static void list(StringBuilder out, List<?> values, int depth) {
        int inside = depth < 0 ? -1 : depth + 1;
        out.append('[');
        for (Iterator<?> all = values.iterator(); all.hasNext(); ) {
            indent(out, inside);
            write(out, all.next(), inside);
            out.append(all.hasNext() ? "," : "");
        }
        indent(out, values.isEmpty() ? -1 : depth);
        out.append(']');
    }

    private static void indent(StringBuilder out, int depth) {
        if (depth >= 0) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (Shown.steers(character)) {
                        escape(out, Character.toChars(character));
                    } else {
                        out.appendCodePoint(character);
                    }
                }
            }
        }
        out.append('"');
    }

    /** What a terminal would obey is as good to a program in this form. */
    private static void escape(StringBuilder out, char[] units) {
        for (char unit : units) {
            out.append("\\u").append(Integer.toHexString(0x10000 | unit).substring(1));
        }
    }
}
