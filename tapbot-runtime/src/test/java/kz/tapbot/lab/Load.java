package kz.tapbot.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Visitors that come one after the other at a steady rate, whether those before them have been answered or not. */
public final class Load implements AutoCloseable {

    /** When a visitor was answered, and how: the body of an answer with status 200, or what went wrong. */
    private record Outcome(long nanos, boolean well, String said) {}

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService visitors = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Visitor visitor;
    private final String host;

    private final ScheduledFuture<?> coming;

    private Load(long pause, Visitor visitor, String host) {
        this.visitor = visitor;
        this.host = host;
        this.coming = clock.scheduleAtFixedRate(() -> visitors.execute(this::visit), 0, pause, TimeUnit.NANOSECONDS);
    }

    /** Begins. */
    public static Load of(int perSecond, Visitor visitor, String host) {
        return new Load(TimeUnit.SECONDS.toNanos(1) / perSecond, visitor, host);
    }

    private void visit() {
        try {
            Visitor.Answer answer = visitor.get(host, "/");
            String said = answer.status() == 200 ? answer.body().strip() : answer.status() + " " + answer.body();
            outcomes.add(new Outcome(System.nanoTime(), answer.status() == 200, said));
        } catch (RuntimeException e) {
            outcomes.add(new Outcome(System.nanoTime(), false, e.toString()));
        }
    }

    /** How many were answered or turned away so far. */
    public int visits() {
        return outcomes.size();
    }

    /** What those were told who were not answered well. */
    public List<String> failures() {
        return outcomes.stream().filter(one -> !one.well()).map(Outcome::said).toList();
    }

    /** What those were told who were answered well, each once. */
    public List<String> answers() {
        return outcomes.stream()
                .filter(Outcome::well)
                .map(Outcome::said)
                .distinct()
                .toList();
    }

    /** The longest time between two good answers, in seconds. */
    public double longestPause() {
        List<Long> times = new ArrayList<>(outcomes.stream()
                .filter(Outcome::well)
                .map(Outcome::nanos)
                .sorted()
                .toList());
        long longest = 0;
        for (int i = 1; i < times.size(); i++) {
            longest = Math.max(longest, times.get(i) - times.get(i - 1));
        }
        return longest / 1e9;
    }

    /** Lets nobody come any more, and waits for those who are there. */
    @Override
    public void close() {
        coming.cancel(false);
        clock.shutdown();
        visitors.shutdown();
        try {
            if (!visitors.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("somebody still waits for an answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
