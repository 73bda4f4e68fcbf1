package kz.tapbot.runtime.memory.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.resource.ContainerResource;

/** A container of a simulated engine. */
public final class SimContainer {

    /**
     * A line of its log.
     *
     * @param number how many came before it
     * @param at when it was written
     * @param text as it was written
     */
    public record Said(long number, Instant at, String text) {}

    /** What a container does. */
    public enum State {
        /** It was made and has never run. */
        CREATED,
        /** It runs. */
        RUNNING,
        /** It ended, and the engine starts it again and again. */
        RESTARTING,
        /** It ended. */
        EXITED
    }

    private static final int MOST_LINES = 200;

    private final ContainerResource made;
    private final SortedMap<String, String> attributes;
    private final SortedMap<String, String> environment;
    private final Optional<Mark> mark;
    private final String files;
    private final NavigableMap<String, String> layer = new TreeMap<>();
    private final Deque<Said> log = new ArrayDeque<>();
    private long said;
    private String name;
    private State state = State.CREATED;
    private Instant started = Instant.EPOCH;
    private Duration waited = Duration.ZERO;
    private int restarts;

    SimContainer(
            String name,
            ContainerResource made,
            SortedMap<String, String> attributes,
            SortedMap<String, String> environment,
            Optional<Mark> mark,
            String files) {
        this.name = name;
        this.made = made;
        this.attributes = attributes;
        this.environment = environment;
        this.mark = mark;
        this.files = files;
    }

    /** Its name now. */
    public String name() {
        return name;
    }

    /** As it was asked for. */
    public ContainerResource made() {
        return made;
    }

    /** The service it is of. */
    public Service service() {
        return made.service();
    }

    /** Its configuration as attributes, with the fingerprints of what was written into it. */
    public SortedMap<String, String> attributes() {
        return attributes;
    }

    /** The values of its environment, as anybody who may inspect it sees them. */
    public SortedMap<String, String> environment() {
        return environment;
    }

    /** Whose it is, if it says so. */
    public Optional<Mark> mark() {
        return mark;
    }

    /** The directory of the host with the files written for it. */
    public String files() {
        return files;
    }

    /** What it wrote outside of its volumes. */
    public SortedMap<String, String> layer() {
        return layer;
    }

    /** What it does. */
    public State state() {
        return state;
    }

    /** Whether it runs. */
    public boolean runs() {
        return state == State.RUNNING;
    }

    /** How often the engine has started it again. */
    public int restarts() {
        return restarts;
    }

    /** The last lines of its log as they were written. */
    public List<String> log() {
        return log.stream().map(Said::text).toList();
    }

    /** The same lines, each with its time. */
    public List<Said> said() {
        return List.copyOf(log);
    }

    /** For how long it has run. */
    public Duration age(Instant now) {
        return state == State.RUNNING || state == State.RESTARTING
                ? Duration.between(started, now).plus(waited)
                : Duration.ZERO;
    }

    /** Lets it grow older while somebody waits for it; nothing else on the server does. */
    public void age(Instant now, Duration atLeast) {
        Duration missing = atLeast.minus(age(now));
        if (!missing.isNegative()) {
            waited = waited.plus(missing);
        }
    }

    void rename(String newName) {
        name = newName;
    }

    void become(State next, Instant now) {
        state = next;
        started = now;
        waited = Duration.ZERO;
    }

    void restarted(int times) {
        restarts = times;
    }

    /** Writes a line to its log. */
    public void say(Instant now, String line) {
        if (log.size() == MOST_LINES) {
            log.removeFirst();
        }
        log.addLast(new Said(said++, now, line));
    }
}
