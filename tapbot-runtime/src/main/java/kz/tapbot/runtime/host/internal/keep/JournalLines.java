package kz.tapbot.runtime.host.internal.keep;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.runtime.docker.internal.keep.JournalText;
import kz.tapbot.runtime.spi.JournalEntry;

/**
 * Lines of the journal that go to the server with the next change there. What a thread intends goes with its own next change and no sooner, so that it is there before it is begun, whatever
 * others have under way meanwhile; what was done goes with anybody's.
 */
final class JournalLines {

    private final Map<Thread, StringBuilder> intended = new HashMap<>();
    private final StringBuilder done = new StringBuilder();

    synchronized void add(Thread thread, JournalEntry entry) {
        String line = JournalText.of(entry) + "\n";
        if (entry.phase() == JournalEntry.Phase.DONE) {
            Optional.ofNullable(intended.remove(thread)).ifPresent(done::append);
            done.append(line);
        } else {
            intended.computeIfAbsent(thread, unused -> new StringBuilder()).append(line);
        }
    }

    /** Whether a thread intends something that is not written. */
    synchronized boolean has(Thread thread) {
        return intended.containsKey(thread);
    }

    /** What is to be written before a thread goes on. */
    synchronized Optional<String> take(Thread thread) {
        StringBuilder own = intended.remove(thread);
        if (own != null) {
            done.append(own);
        }
        String text = done.toString();
        done.setLength(0);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Has another thread write what one intends. */
    synchronized void move(Thread from, Thread to) {
        StringBuilder own = from.equals(to) ? null : intended.remove(from);
        if (own != null) {
            intended.computeIfAbsent(to, unused -> new StringBuilder()).append(own);
        }
    }
}
