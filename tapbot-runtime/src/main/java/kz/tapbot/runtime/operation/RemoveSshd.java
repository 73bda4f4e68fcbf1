package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Leaves sshd to its other configuration.
 *
 * @param address what it is for
 */
public record RemoveSshd(Address address) implements ProtectionOperation {

    @Override
    public void performedBy(ProtectionOperations operations) {
        operations.removeSshd(this);
    }

    @Override
    public String toString() {
        return "remove sshd";
    }
}
