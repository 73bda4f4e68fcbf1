package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkName;

/**
 * Removes a network of ours.
 *
 * @param address what it is for
 * @param name the network
 */
public record RemoveNetwork(Address address, NetworkName name) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.removeNetwork(this);
    }

    @Override
    public String toString() {
        return "remove network " + name;
    }
}
