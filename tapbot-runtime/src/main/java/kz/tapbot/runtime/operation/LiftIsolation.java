package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Lets in again whom the firewall lets in.
 *
 * @param address what it is for
 */
public record LiftIsolation(Address address) implements IncidentOperation {

    @Override
    public void performedBy(IncidentOperations operations) {
        operations.liftIsolation(this);
    }

    @Override
    public String toString() {
        return "lift the isolation";
    }
}
