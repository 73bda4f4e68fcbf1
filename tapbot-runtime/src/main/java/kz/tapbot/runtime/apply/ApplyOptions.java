package kz.tapbot.runtime.apply;

import java.time.Duration;
import java.util.Optional;
import kz.tapbot.runtime.event.EventListener;

/**
 * How a plan is applied.
 *
 * @param purpose what for, as others see it who find the lock held
 * @param listener is told of everything
 * @param cancel by which the run is asked to stop
 * @param operationLimit after which a single operation has taken too long
 * @param limit after which the whole run has, if there is such a limit
 * @param confirmWithin how long a server waits for a fresh login before it takes back a change that can lock us out
 */
public record ApplyOptions(
        String purpose,
        EventListener listener,
        CancelToken cancel,
        Duration operationLimit,
        Optional<Duration> limit,
        Duration confirmWithin) {

    /** Nobody listens; 15 minutes for an operation, which is a large image on a slow line; 60 seconds to confirm. */
    public static ApplyOptions standard() {
        return new ApplyOptions(
                "apply",
                EventListener.NONE,
                new CancelToken(),
                Duration.ofMinutes(15),
                Optional.empty(),
                Duration.ofSeconds(60));
    }

    /** The same with another purpose. */
    public ApplyOptions purpose(String other) {
        return new ApplyOptions(other, listener, cancel, operationLimit, limit, confirmWithin);
    }

    /** The same with another listener. */
    public ApplyOptions listener(EventListener other) {
        return new ApplyOptions(purpose, other, cancel, operationLimit, limit, confirmWithin);
    }

    /** The same with another token. */
    public ApplyOptions cancel(CancelToken other) {
        return new ApplyOptions(purpose, listener, other, operationLimit, limit, confirmWithin);
    }

    /** The same with another limit for an operation. */
    public ApplyOptions operationLimit(Duration other) {
        return new ApplyOptions(purpose, listener, cancel, other, limit, confirmWithin);
    }

    /** The same with a limit for the whole run. */
    public ApplyOptions limit(Duration other) {
        return new ApplyOptions(purpose, listener, cancel, operationLimit, Optional.of(other), confirmWithin);
    }

    /** The same with another time to confirm. */
    public ApplyOptions confirmWithin(Duration other) {
        return new ApplyOptions(purpose, listener, cancel, operationLimit, limit, other);
    }
}
