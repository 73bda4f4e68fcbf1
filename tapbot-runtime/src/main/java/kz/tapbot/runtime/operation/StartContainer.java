package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Starts a container.
 *
 * @param address what it is for
 * @param name its name now
 */
public record StartContainer(Address address, String name) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.startContainer(this);
    }

    @Override
    public String toString() {
        return "start container " + name;
    }
}
