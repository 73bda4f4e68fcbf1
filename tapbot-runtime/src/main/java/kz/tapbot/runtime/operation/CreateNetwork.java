package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.NetworkResource;

/**
 * Makes a network.
 *
 * @param address what it is for
 * @param network the network as it shall be
 */
public record CreateNetwork(Address address, NetworkResource network) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.createNetwork(this);
    }

    @Override
    public String toString() {
        return "create network " + network.name();
    }
}
