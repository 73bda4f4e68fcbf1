package kz.tapbot.runtime.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import kz.tapbot.runtime.daily.Sink;
import kz.tapbot.runtime.fleet.WorkerThreads;

/**
 * Merges what several sources give into one stream in the order of time. Each source has a thread and a short queue; one that is far ahead waits. What a
 * source gives out of order itself stays in its order.
 *
 * @param <T> what comes
 */
public final class Merge<T> {

    /**
     * Gives what it has to the sink, oldest first, and returns when there is no more or nothing is wanted.
     *
     * @param <T> what comes
     */
    public interface Source<T> {

        /** Gives all. */
        void giveTo(Sink<T> sink);
    }

    /** Two sources on two servers may be so far apart and still be shown in order while they are followed. */
    private static final Duration WINDOW = Duration.ofMillis(250);

    private static final int MOST_WAITING = 256;
    private static final Duration LAST_WAIT = Duration.ofSeconds(30);

    private final Function<T, Instant> time;
    private final boolean follow;
    private final Sink<T> out;
    private final List<Lane> lanes = new ArrayList<>();
    private final Object lock = new Object();
    private boolean closed;

    /**
     * Into that sink.
     *
     * @param time when something was
     * @param follow whether sources may be silent for long, so that none is waited for longer than a moment
     */
    public Merge(Function<T, Instant> time, boolean follow, Sink<T> out) {
        this.time = time;
        this.follow = follow;
        this.out = out;
    }

    /** Merges until all sources have ended or the sink wants no more. What a source throws is thrown when the others have been shown. */
    public void run(List<? extends Source<T>> sources) {
        WorkerThreads threads = new WorkerThreads("tapbot-stream");
        sources.forEach(source -> lanes.add(new Lane(source)));
        List<Thread> started = lanes.stream().map(threads::newThread).toList();
        started.forEach(Thread::start);
        try {
            while (out.isOpen()) {
                Batch<T> next = next();
                next.ready().forEach(out::accept);
                if (next.last()) {
                    break;
                }
            }
        } finally {
            close();
            started.forEach(Thread::interrupt);
            threads.join(LAST_WAIT);
        }
        lanes.stream()
                .map(lane -> lane.failure)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    /** What may be shown now, and whether it is the last. */
    private record Batch<T>(List<T> ready, boolean last) {}

    private Batch<T> next() {
        synchronized (lock) {
            Batch<T> batch = ready();
            long begin = System.nanoTime();
            while (batch.ready().isEmpty() && !batch.last() && System.nanoTime() - begin < WINDOW.toNanos()) {
                try {
                    lock.wait(WINDOW.toMillis() / 5);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return new Batch<>(List.of(), true);
                }
                batch = ready();
            }
            lock.notifyAll();
            return batch;
        }
    }

    private Batch<T> ready() {
        List<T> ready = new ArrayList<>();
        Lane first = first();
        while (first != null && ready.size() < MOST_WAITING) {
            ready.add(first.waiting.removeFirst().what());
            first = first();
        }
        return new Batch<>(ready, ready.isEmpty() && lanes.stream().allMatch(Lane::isOver));
    }

    /** The lane whose head comes next, if that can be said: no other may still give something older. */
    private @org.jspecify.annotations.Nullable Lane first() {
        Lane oldest = null;
        boolean unknown = false;
        for (Lane lane : lanes) {
            if (lane.waiting.isEmpty()) {
                unknown |= !lane.ended;
            } else if (oldest == null || lane.head().isBefore(oldest.head())) {
                oldest = lane;
            }
        }
        boolean waited =
                oldest != null && System.nanoTime() - oldest.waiting.getFirst().came() >= WINDOW.toNanos();
        return !unknown || follow && waited ? oldest : null;
    }

    private void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }

    private record Waiting<T>(T what, long came) {}

    private final class Lane implements Sink<T>, Runnable {

        private final Source<T> source;
        private final Deque<Waiting<T>> waiting = new ArrayDeque<>();
        private boolean ended;
        private volatile @org.jspecify.annotations.Nullable RuntimeException failure;

        Lane(Source<T> source) {
            this.source = source;
        }

        Instant head() {
            return time.apply(waiting.getFirst().what());
        }

        boolean isOver() {
            return ended && waiting.isEmpty();
        }

        @Override
        public void run() {
            try {
                source.giveTo(this);
            } catch (RuntimeException e) {
                synchronized (lock) {
                    failure = closed ? null : e;
                }
            } finally {
                synchronized (lock) {
                    ended = true;
                    lock.notifyAll();
                }
            }
        }

        @Override
        public void accept(T next) {
            synchronized (lock) {
                while (waiting.size() >= MOST_WAITING && !closed) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
                if (!closed) {
                    waiting.addLast(new Waiting<>(next, System.nanoTime()));
                    lock.notifyAll();
                }
            }
        }

        @Override
        public boolean isOpen() {
            synchronized (lock) {
                return !closed;
            }
        }
    }
}
