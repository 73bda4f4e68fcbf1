package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Removes a container of ours; its volumes stay. Nothing happens if it is gone.
 *
 * @param address what it is for
 * @param name its name now
 */
public record RemoveContainer(Address address, String name) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.removeContainer(this);
    }

    @Override
    public String toString() {
        return "remove container " + name;
    }
}
