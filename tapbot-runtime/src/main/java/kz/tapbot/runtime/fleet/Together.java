package kz.tapbot.runtime.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.spi.UnreachableException;

/** Does the same for several servers at once, on threads that are kept for the next time and gone once it is closed. */
final class Together implements AutoCloseable {

    /** All work is done by then, unless an error came before its end: then the others end what they are doing. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(30);

    private final WorkerThreads threads = new WorkerThreads("tapbot-server");
    private final ExecutorService pool;

    /** For so many servers at once; a thread is made when it is first needed. */
    Together(int atOnce) {
        pool = Executors.newFixedThreadPool(Math.max(1, atOnce), threads);
    }

    /**
     * The results by server.
     *
     * @throws UnreachableException that names every server that was not reached
     */
    <T> SortedMap<ServerName, T> map(Iterable<ServerName> servers, Function<ServerName, T> work) {
        List<ServerName> all = new ArrayList<>();
        servers.forEach(all::add);
        SortedMap<ServerName, T> results = new TreeMap<>();
        if (all.size() == 1) {
            results.put(all.get(0), work.apply(all.get(0)));
            return results;
        }
        List<RuntimeException> failures = new ArrayList<>();
        List<Future<T>> futures = new ArrayList<>();
        all.forEach(server -> futures.add(pool.submit(() -> work.apply(server))));
        for (int i = 0; i < all.size(); i++) {
            collect(all.get(i), futures.get(i), results, failures);
        }
        if (!failures.isEmpty()) {
            throw together(failures);
        }
        return results;
    }

    /** Waits until its threads are gone. */
    @Override
    public void close() {
        pool.shutdown();
        if (!threads.join(LAST_WAIT)) {
            pool.shutdownNow();
        }
    }

    private static <T> void collect(
            ServerName server, Future<T> future, SortedMap<ServerName, T> results, List<RuntimeException> failures) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    results.put(server, future.get());
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            failures.add(e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException together(List<RuntimeException> failures) {
        boolean allUnreachable = failures.stream().allMatch(UnreachableException.class::isInstance);
        if (failures.size() == 1 || !allUnreachable) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            return first;
        }
        List<String> messages = failures.stream()
                .map(Throwable::getMessage)
                .map(String::valueOf)
                .toList();
        return new UnreachableException(String.join("\n", messages));
    }
}
