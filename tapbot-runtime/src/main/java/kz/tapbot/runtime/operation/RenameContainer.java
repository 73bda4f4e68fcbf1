package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Gives a container another name.
 *
 * @param address what it is for
 * @param name its name now
 * @param newName its name after
 */
public record RenameContainer(Address address, String name, String newName) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.renameContainer(this);
    }

    @Override
    public String toString() {
        return "rename container " + name + " to " + newName;
    }
}
