package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.tapbot.runtime.daily.LogLine;
import kz.tapbot.runtime.daily.Sink;

/** Keeps the lines of logs, and wants no more once a certain line has come. */
public final class Collecting implements Sink<LogLine> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String last;
    private final List<LogLine> lines = new ArrayList<>();

    /** Until that line; all of them if it is empty. */
    public Collecting(String last) {
        this.last = last;
    }

    @Override
    public synchronized void accept(LogLine next) {
        lines.add(next);
        notifyAll();
    }

    @Override
    public synchronized boolean isOpen() {
        return last.isEmpty() || !texts().contains(last);
    }

    /** The lines so far. */
    public synchronized List<LogLine> lines() {
        return List.copyOf(lines);
    }

    /** Their texts. */
    public synchronized List<String> texts() {
        return lines.stream().map(LogLine::text).toList();
    }

    /** Waits for a line. */
    public synchronized void await(String text) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!texts().contains(text) && System.nanoTime() < end) {
            try {
                wait(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(texts()).contains(text);
    }
}
