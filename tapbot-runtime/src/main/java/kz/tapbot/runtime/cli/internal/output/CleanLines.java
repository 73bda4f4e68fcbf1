package kz.tapbot.runtime.cli.internal.output;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import kz.tapbot.runtime.spi.Cleaned;

/** Makes lines of bytes that somebody else wrote, each bounded and safe to show. However long a line is, only its beginning is held. */
public final class CleanLines extends OutputStream {

    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_BYTES = 4 * MOST_CHARACTERS;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private long dropped;

    /** Gives each line to that, without its end. */
    public CleanLines(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void write(int one) {
        if (one == '\n') {
            finish();
        } else if (line.size() < MOST_BYTES) {
            line.write(one);
        } else {
            dropped++;
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            write(bytes[i]);
        }
    }

    /** Gives what is left of a line without end. */
    @Override
    public synchronized void close() {
        if (line.size() > 0) {
            finish();
        }
    }

    private void finish() {
        String text = line.toString(StandardCharsets.UTF_8);
        text = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        String shown = Cleaned.line(text, MOST_CHARACTERS);
        lines.accept(dropped == 0 ? shown : shown + " (and " + dropped + " bytes more)");
        line.reset();
        dropped = 0;
    }
}
