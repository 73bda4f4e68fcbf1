package kz.tapbot.runtime.host;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that is asked beside something else, and asked again by whoever wants it if that fails. Its thread is gone once it was waited for. */
final class Beside<T> {

    private final CompletableFuture<T> future;
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

    /** What came of it; nothing if it failed. */
    Optional<T> result() {
        try {
            return Optional.of(future.join());
        } catch (CompletionException e) {
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
