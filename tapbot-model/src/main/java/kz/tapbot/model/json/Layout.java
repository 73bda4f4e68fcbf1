package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/** Lays JSON out for people and for diffs: two spaces a level, line feeds, short lists in one line, nothing else to choose. */
final class Layout implements PrettyPrinter {

    private static final String SPACES = " ".repeat(32);

    private int depth;
    private boolean oneLine;

    /** Whether the lists that begin from now on stand in one line. */
    void inOneLine(boolean now) {
        oneLine = now;
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator out) {
        // there is one root
    }

    @Override
    public void writeStartObject(JsonGenerator out) throws IOException {
        out.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) throws IOException {
        newLine(out);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
        out.writeRaw(',');
        newLine(out);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) throws IOException {
        depth--;
        if (entries > 0) {
            newLine(out);
        }
        out.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator out) throws IOException {
        out.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) throws IOException {
        if (!oneLine) {
            newLine(out);
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(',');
        if (oneLine) {
            out.writeRaw(' ');
        } else {
            newLine(out);
        }
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) throws IOException {
        depth--;
        if (values > 0 && !oneLine) {
            newLine(out);
        }
        out.writeRaw(']');
    }

    private void newLine(JsonGenerator out) throws IOException {
        out.writeRaw('\n');
        int left = depth * 2;
        while (left > 0) {
            int now = Math.min(left, SPACES.length());
            out.writeRaw(SPACES, 0, now);
            left -= now;
        }
    }
}
