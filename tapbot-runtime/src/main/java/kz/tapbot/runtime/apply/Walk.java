package kz.tapbot.runtime.apply;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.fleet.Ticker;
import kz.tapbot.runtime.fleet.WorkerThreads;
import kz.tapbot.runtime.plan.Change;
import org.jspecify.annotations.Nullable;

/**
 * Does work for changes in the order of a schedule, on threads that are gone when it returns. The calling thread alone decides what begins,
 * tells of what still runs, and holds the limits.
 */
final class Walk {

    /**
     * The end of one change's work.
     *
     * @param change the change
     * @param result what came of it
     * @param lost whether the connection to its server was lost
     */
    record Ended(Change change, ChangeResult result, boolean lost) {}

    /** What is done for one change. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it, and returns when it has ended.
         *
         * @param change for which
         * @param waits to be called where from then on it only waits, so that others may begin meanwhile
         */
        Ended on(Change change, Runnable waits);
    }

    private record Message(
            @Nullable Ended ended,
            @Nullable Change waits,
            @Nullable Throwable broken) {}

    /** How often what still runs is told. */
    static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final Duration LAST_WAIT = Duration.ofSeconds(30);

    private final Schedule schedule;
    private final Ticker ticker;
    private final Events events;
    private final Watch watch;
    private final Halt halt;
    private final BlockingQueue<Message> messages;
    private final SortedMap<Address, ChangeResult> results = new TreeMap<>();
    private final SortedSet<ServerName> lost = new TreeSet<>();
    private final int threads;
    private boolean anyFailed;

    Walk(Schedule schedule, int threads, ChangeRun.Circumstances with, Halt halt) {
        this.schedule = schedule;
        this.threads = threads;
        this.ticker = with.ticker();
        this.events = with.events();
        this.watch = with.watch();
        this.halt = halt;
        this.messages = new LinkedBlockingQueue<>();
    }

    /**
     * Does the work.
     *
     * @param work what is done for each change
     * @param stopAtFailure whether nothing new begins once something has failed
     */
    void run(Work work, boolean stopAtFailure) {
        WorkerThreads workers = new WorkerThreads("tapbot-apply");
        ExecutorService pool = Executors.newFixedThreadPool(threads, workers);
        try {
            long beat = ticker.nanos();
            while (!schedule.isFinished()) {
                begin(pool, work, stopAtFailure);
                if (schedule.running() > 0) {
                    beat = await(beat);
                }
            }
        } finally {
            pool.shutdown();
            if (!workers.join(LAST_WAIT)) {
                pool.shutdownNow();
            }
        }
    }

    /** Tries nothing. */
    void skipAll(String because) {
        skip(schedule.stop(because), ApplyCode.NOT_TRIED);
    }

    SortedMap<Address, ChangeResult> results() {
        return results;
    }

    SortedSet<ServerName> lost() {
        return lost;
    }

    private void begin(ExecutorService pool, Work work, boolean stopAtFailure) {
        Optional<Stopped> stopped = halt.now();
        if (stopped.isPresent()) {
            skip(
                    schedule.stop(String.valueOf(stopped.get().getMessage())),
                    stopped.get().code());
        } else if (stopAtFailure && anyFailed) {
            skip(schedule.stop("something failed before anything was changed"), ApplyCode.NOT_TRIED);
        }
        for (Optional<Change> next = schedule.next(); next.isPresent(); next = schedule.next()) {
            Change change = next.get();
            pool.execute(() -> messages.add(message(work, change)));
        }
    }

    private Message message(Work work, Change change) {
        try {
            return new Message(work.on(change, () -> messages.add(new Message(null, change, null))), null, null);
        } catch (Throwable e) {
            return new Message(null, null, e);
        }
    }

    private long await(long beat) {
        Duration left = HEARTBEAT.minus(ticker.since(beat));
        try {
            Message message = left.isNegative() || left.isZero() ? messages.poll() : ticker.next(messages, left);
            if (message != null) {
                take(message);
                return beat;
            }
        } catch (InterruptedException e) {
            halt.interrupted();
            return beat;
        }
        beat();
        return ticker.nanos();
    }

    private void beat() {
        for (Watch.Running one : watch.all()) {
            events.on(
                    new RuntimeEvent.StillRunning(one.address(), one.operating().text(), ticker.since(one.begun())));
        }
        watch.enforce(halt.operationLimit()).forEach(halt::breakOff);
    }

    private void take(Message message) {
        if (message.broken() instanceof Error error) {
            throw error;
        }
        if (message.broken() instanceof RuntimeException own) {
            throw own;
        }
        if (message.waits() != null) {
            schedule.waits(message.waits());
            return;
        }
        Ended ended = message.ended();
        if (ended == null) {
            throw new IllegalStateException(message.broken());
        }
        results.put(ended.change().address(), ended.result());
        if (ended.result().outcome() == ChangeOutcome.DONE) {
            schedule.done(ended.change());
        } else {
            anyFailed = true;
            String how = ended.result().outcome() == ChangeOutcome.SKIPPED ? "was not tried" : "failed";
            skip(schedule.failed(ended.change(), how), ApplyCode.NOT_TRIED);
        }
        if (ended.lost() && lost.add(ended.change().server())) {
            skip(schedule.lost(ended.change().server()), ApplyCode.CONNECTION_LOST);
        }
    }

    private void skip(List<Schedule.Skip> skips, ApplyCode code) {
        for (Schedule.Skip skip : skips) {
            Change change = skip.change();
            String why = "Not tried: " + skip.because() + ".";
            events.on(new RuntimeEvent.ChangeSkipped(change.address(), skip.because()));
            results.put(
                    change.address(),
                    new ChangeResult(
                            change.address(),
                            change.action(),
                            ChangeOutcome.SKIPPED,
                            Optional.of(code),
                            Optional.of(why),
                            true,
                            List.of(),
                            Duration.ZERO));
        }
    }
}
