package kz.tapbot.runtime.host;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that is asked beside something else, and asked again by whoever wants it if that fails soon. Its thread is gone once it was waited for. */
final class Beside<T> {

    /** What has failed after longer than this was waited for long enough. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final CompletableFuture<T> future;
    private final long begin = System.nanoTime();
    private final Thread thread;

    private Beside(Supplier<T> work) {
        this.future = new CompletableFuture<>();
        this.thread = new Thread(() -> run(work), "tapbot-engine");
        this.thread.setDaemon(true);
    }

    static <T> Beside<T> start(Supplier<T> work) {
        Beside<T> made = new Beside<>(work);
        made.thread.start();
        return made;
    }

    private void run(Supplier<T> work) {
        try {
            future.complete(work.get());
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    /** What came of it; nothing if it failed soon. What it failed with after long is thrown. */
    Optional<T> result() {
        try {
            return Optional.of(future.join());
        } catch (CompletionException e) {
            if (System.nanoTime() - begin > SOON.toNanos() && e.getCause() instanceof RuntimeException late) {
                throw late;
            }
            return Optional.empty();
        }
    }

    /** Returns when it has ended, or at once if this thread is interrupted. */
    void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
