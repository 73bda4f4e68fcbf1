package kz.tapbot.runtime.memory.internal.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kz.tapbot.runtime.spi.JournalEntry;

/** The journal of a simulated server: bounded, and kept over crashes and restarts. */
public final class Diary {

    /** The most entries that are kept: the last ones. */
    public static final int MOST = 20_000;

    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final List<String> notes = new ArrayList<>();

    /** Writes an entry. */
    public void write(JournalEntry entry) {
        if (entries.size() == MOST) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** All entries, oldest first. */
    public List<JournalEntry> all() {
        return List.copyOf(entries);
    }

    /** The last entry of a run that did not end. */
    public Optional<String> interrupted() {
        JournalEntry last = entries.peekLast();
        return last == null || last.phase() == JournalEntry.Phase.RUN_ENDED
                ? Optional.empty()
                : Optional.of(last.at() + " " + last.run() + " " + last.phase() + " " + last.address() + " "
                        + last.operation());
    }

    /** Notes something for people. */
    public void note(String line) {
        notes.add(line);
    }

    /** The notes. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
