package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Stops a container within its grace time.
 *
 * @param address what it is for
 * @param name its name now
 */
public record StopContainer(Address address, String name) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.stopContainer(this);
    }

    @Override
    public String toString() {
        return "stop container " + name;
    }
}
