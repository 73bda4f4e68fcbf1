package kz.tapbot.runtime.operation;

import java.time.Duration;
import kz.tapbot.model.name.Address;

/**
 * Waits until a container is healthy, or for one without a health check until it has run for the stable time.
 *
 * @param address what it is for
 * @param name its name now
 * @param limit after which it has failed
 * @param stable how long it must run without a check
 */
public record AwaitHealthy(Address address, String name, Duration limit, Duration stable) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.awaitHealthy(this);
    }

    @Override
    public String toString() {
        return "wait for " + name + " to be healthy, at most " + limit.toSeconds() + " s";
    }
}
