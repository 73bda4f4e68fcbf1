package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.IpAddress;

/**
 * Lets an address in again.
 *
 * @param address what it is for
 * @param who the address that was shut out
 */
public record Unban(Address address, IpAddress who) implements IncidentOperation {

    @Override
    public void performedBy(IncidentOperations operations) {
        operations.unban(this);
    }

    @Override
    public String toString() {
        return "unban " + who;
    }
}
