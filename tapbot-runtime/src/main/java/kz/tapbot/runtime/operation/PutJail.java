package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.JailResource;

/**
 * Sets a jail and reloads the intrusion prevention.
 *
 * @param address what it is for
 * @param jail the jail as it shall be
 */
public record PutJail(Address address, JailResource jail) implements ProtectionOperation {

    @Override
    public void performedBy(ProtectionOperations operations) {
        operations.putJail(this);
    }

    @Override
    public String toString() {
        return "set jail " + jail.jail().name();
    }
}
