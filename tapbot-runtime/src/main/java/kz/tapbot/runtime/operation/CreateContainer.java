package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.ContainerResource;

/**
 * Makes a container without starting it, and writes the files it is given.
 *
 * @param address what it is for
 * @param name the name it is made under
 * @param container the container as it shall be
 */
public record CreateContainer(Address address, String name, ContainerResource container) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.createContainer(this);
    }

    @Override
    public String toString() {
        return "create container " + name + " from " + container.service().image();
    }
}
