package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.Provision;

/**
 * Makes something inside a running service.
 *
 * @param address what it is for
 * @param container the container's name
 * @param provision what is made
 */
public record MakeProvision(Address address, String container, Provision provision) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.makeProvision(this);
    }

    @Override
    public String toString() {
        return "make " + provision.kind() + " " + provision.name() + " in " + container;
    }
}
