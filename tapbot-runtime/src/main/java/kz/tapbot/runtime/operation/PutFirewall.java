package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.FirewallResource;

/**
 * Replaces our rules of the firewall in one step; rules of others stay.
 *
 * @param address what it is for
 * @param firewall the rules as they shall be
 */
public record PutFirewall(Address address, FirewallResource firewall) implements ProtectionOperation {

    @Override
    public void performedBy(ProtectionOperations operations) {
        operations.putFirewall(this);
    }

    @Override
    public String toString() {
        return "replace firewall rules";
    }
}
