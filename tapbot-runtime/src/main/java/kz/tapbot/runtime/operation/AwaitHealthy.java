package kz.tapbot.runtime.operation;

import java.time.Duration;
import kz.tapbot.model.name.Address;

/**
 * Waits until a container has been healthy for the stable time, or one without a health check has run for it.
 *
 * @param address what it is for
 * @param name its name now
 * @param limit within which it has to become healthy
 * @param stable how long it has to stay so
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
