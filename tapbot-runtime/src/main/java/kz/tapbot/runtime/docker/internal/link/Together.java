package kz.tapbot.runtime.docker.internal.link;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks several things at once; its threads have ended when it is closed. */
public final class Together implements AutoCloseable {

    /** More at once make an engine on two processors slower, not faster. */
    private static final int MOST = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(MOST);

    /** With threads of its own. */
    public Together() {}

    /**
     * An answer that may not be there yet.
     *
     * @param future it
     * @param <T> what it is
     */
    public record Pending<T>(Future<T> future) {

        /** Waits for it so long, and no longer; nothing then, or if something went wrong. */
        public java.util.Optional<T> within(java.time.Duration limit) {
            try {
                return java.util.Optional.ofNullable(
                        future.get(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return java.util.Optional.empty();
            } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
                return java.util.Optional.empty();
            }
        }

        /** Waits for it. What went wrong is thrown here. */
        public T get() {
            try {
                return future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new kz.tapbot.runtime.spi.UnreachableException("Asking the engine was interrupted.");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Begins to ask. */
    public <T> Pending<T> begin(Supplier<T> question) {
        return new Pending<>(threads.submit(question::get));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
