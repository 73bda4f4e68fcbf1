package kz.tapbot.runtime.docker.internal.keep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.tapbot.runtime.docker.internal.link.Attached;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.spi.JournalEntry;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.UnreachableException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the journal of an engine: a file that only grows, to which the program of the state container appends what it is given, and repeats it once it is on
 * the disk. An intent is on the disk when its writing returns; that something was done may be written together with what comes next. Lines of several threads that
 * come at once are written at once.
 */
final class EngineJournal implements AutoCloseable {

    /** The file that grows. */
    static final String FILE = "journal.log";

    /** What it was before it had become too long. */
    static final String BEFORE = "journal.before.log";

    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** What the program answers when the disk did not take it. */
    private static final String NAK = "\u0015";

    private final Engine engine;
    private final Cabinet cabinet;
    private final Object sending = new Object();
    private final StringBuilder pending = new StringBuilder();
    private long last;
    private long sent;
    private long failed;
    private @Nullable Attached appender;

    EngineJournal(Engine engine, Cabinet cabinet) {
        this.engine = engine;
        this.cabinet = cabinet;
    }

    void write(JournalEntry entry) {
        long mine;
        synchronized (pending) {
            pending.append(JournalText.of(entry)).append('\n');
            mine = ++last;
        }
        if (entry.phase() != JournalEntry.Phase.DONE) {
            flush(mine);
        }
    }

    private void flush(long upTo) {
        synchronized (sending) {
            if (upTo <= sent) {
                return;
            }
            if (upTo <= failed) {
                throw notWritten();
            }
            String lines;
            long all;
            synchronized (pending) {
                // An empty line first: the one before may have been cut off.
                lines = "\n" + pending;
                pending.setLength(0);
                all = last;
            }
            boolean well = false;
            try {
                well = append(lines.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw engine.lost(e);
            } finally {
                if (well) {
                    sent = all;
                } else {
                    failed = all;
                }
            }
            if (!well) {
                throw notWritten();
            }
        }
    }

    private static OperationFailedException notWritten() {
        return new OperationFailedException(
                "The journal could not be written: the disk of the engine's data may be full, or what stands in its place is no file.");
    }

    /** Whether it is on the disk. */
    private boolean append(byte[] bytes) throws IOException {
        Attached program = appender;
        if (program == null) {
            program = begin();
            appender = program;
        }
        int from = 0;
        while (from < bytes.length) {
            // A pipe takes so much at once that no other session's lines come between.
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 4096));
            program.send(part);
            if (!isRepeated(program, part)) {
                return false;
            }
            from += part.length;
        }
        return true;
    }

    /** Whether the program repeats it. What a session that was killed has left may come first. */
    private static boolean isRepeated(Attached program, byte[] part) throws IOException {
        String expected = new String(part, StandardCharsets.ISO_8859_1);
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(expected) < 0) {
            byte[] said = program.next(LIMIT);
            if (said.length == 0) {
                throw new IOException("the program that writes the journal has ended");
            }
            heard.append(new String(said, StandardCharsets.ISO_8859_1));
            if (heard.indexOf(NAK) >= 0) {
                return false;
            }
        }
        return true;
    }

    private Attached begin() {
        cabinet.ensure();
        Optional<Kept> file = cabinet.at(FILE);
        if (file.isPresent() && file.get().bytes().length > MOST_BYTES) {
            cabinet.put(List.of(Kept.ofRoot(BEFORE, file.get().bytes())));
            cabinet.put(List.of(Kept.ofRoot(FILE, new byte[0])));
        }
        String path = "/containers/" + Cabinet.NAME + "/attach?stream=1&stdin=1&stdout=1";
        return Attached.open(engine, path, "", LIMIT);
    }

    /** All entries that are kept, oldest first. */
    List<JournalEntry> all() {
        if (last > 0) {
            flush(last);
        }
        cabinet.forget();
        return JournalText.read(cabinet.whole());
    }

    @Override
    public void close() {
        try {
            flush(last);
        } catch (OperationFailedException | UnreachableException e) {
            // What was done shows on the engine; only the line about it is missing.
            return;
        } finally {
            Attached program = appender;
            if (program != null) {
                program.close();
            }
        }
    }
}
