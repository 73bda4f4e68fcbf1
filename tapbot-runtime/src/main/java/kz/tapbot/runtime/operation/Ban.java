package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.IpAddress;

/**
 * Drops all that comes from an address.
 *
 * @param address what it is for
 * @param who the address that is shut out
 */
public record Ban(Address address, IpAddress who) implements IncidentOperation {

    @Override
    public void performedBy(IncidentOperations operations) {
        operations.ban(this);
    }

    @Override
    public String toString() {
        return "ban " + who;
    }
}
