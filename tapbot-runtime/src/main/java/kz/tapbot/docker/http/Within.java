package kz.tapbot.docker.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A step that waits and has no time-out of its own: what it waits on is closed when its time is over. */
final class Within {

    private Within() {}

    /** Closes the resource also if the step fails. */
    static <T> T limit(Duration limit, Closeable resource, String what, Step<T> step) throws IOException {
        try (Watchdog watchdog = new Watchdog(what)) {
            Watchdog.Watch watch = watchdog.watch(limit, () -> Quietly.close(resource));
            try {
                T result = step.run();
                if (watch.cancel()) {
                    return result;
                }
            } catch (IOException | RuntimeException e) {
                Quietly.close(resource);
                if (watch.cancel()) {
                    throw e;
                }
            }
            throw new SocketTimeoutException(what + " took more than " + limit.toMillis() + " ms");
        }
    }

    /** The step. */
    interface Step<T> {
        T run() throws IOException;
    }
}
