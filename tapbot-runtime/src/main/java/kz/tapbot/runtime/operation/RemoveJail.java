package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Removes a jail of ours.
 *
 * @param address what it is for
 * @param name the jail
 */
public record RemoveJail(Address address, String name) implements ProtectionOperation {

    @Override
    public void performedBy(ProtectionOperations operations) {
        operations.removeJail(this);
    }

    @Override
    public String toString() {
        return "remove jail " + name;
    }
}
