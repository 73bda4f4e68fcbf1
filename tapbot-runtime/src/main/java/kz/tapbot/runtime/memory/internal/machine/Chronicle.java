package kz.tapbot.runtime.memory.internal.machine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kz.tapbot.runtime.ownership.Mark;

/** What happened to the containers of a simulated engine, as long as it is remembered. */
public final class Chronicle {

    /** As many as a real engine remembers. */
    private static final int MOST = 256;

    private final Deque<Event> events = new ArrayDeque<>();
    private long next;

    Chronicle() {}

    /**
     * Something that happened.
     *
     * @param number how much happened before it
     * @param at when
     * @param container what the container was called then
     * @param mark whose it was, if it said so
     * @param what in a word
     */
    public record Event(long number, Instant at, String container, Optional<Mark> mark, String what) {}

    /** Notes something. */
    public void note(Instant at, String container, Optional<Mark> mark, String what) {
        if (events.size() == MOST) {
            events.removeFirst();
        }
        events.addLast(new Event(next++, at, container, mark, what));
    }

    /** All that is remembered, oldest first. */
    public List<Event> all() {
        return List.copyOf(events);
    }
}
