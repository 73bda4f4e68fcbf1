package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Removes our rules; the firewall's own default stays.
 *
 * @param address what it is for
 */
public record RemoveFirewall(Address address) implements ProtectionOperation {

    @Override
    public void performedBy(ProtectionOperations operations) {
        operations.removeFirewall(this);
    }

    @Override
    public String toString() {
        return "remove firewall";
    }
}
