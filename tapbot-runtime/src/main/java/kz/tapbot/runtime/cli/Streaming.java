package kz.tapbot.runtime.cli;

import java.util.function.Function;
import kz.tapbot.runtime.apply.CancelToken;
import kz.tapbot.runtime.daily.Sink;

/**
 * Writes to stdout what comes, until nobody reads it any more or Ctrl-C is pressed.
 *
 * @param <T> what comes
 */
final class Streaming<T> implements Sink<T> {

    private final Invocation in;
    private final Function<T, String> lines;
    private final CancelToken cancel;
    private volatile boolean unread;

    Streaming(Invocation in, CancelToken cancel, Function<T, String> lines) {
        this.in = in;
        this.cancel = cancel;
        this.lines = lines;
    }

    @Override
    public void accept(T next) {
        String line = lines.apply(next);
        if (!line.isEmpty() && isOpen()) {
            in.outExactly(line);
            unread = in.terminal().out().checkError();
        }
    }

    @Override
    public boolean isOpen() {
        return !unread && !cancel.isCancelled();
    }

    /** Does something that lasts until Ctrl-C, which then is no failure. */
    static void untilInterrupted(boolean lasts, CancelToken cancel, Runnable work) {
        if (!lasts) {
            work.run();
            return;
        }
        Interrupts interrupts = Interrupts.listen(cancel::cancel);
        try {
            work.run();
        } finally {
            interrupts.stop();
        }
    }
}
