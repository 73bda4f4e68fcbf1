package kz.tapbot.docker.http;

import java.time.Duration;

/** A time limit as sockets take it, where 0 means none. */
final class Millis {

    private Millis() {}

    /** Rounded up, so that a limit below a millisecond does not become none. */
    static int of(Duration limit) {
        if (limit.isZero()) {
            return 0;
        }
        long millis = limit.plusNanos(999_999).toMillis();
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
