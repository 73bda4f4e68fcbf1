package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.SshdResource;

/**
 * Sets sshd's settings in effect; checked before it is reloaded.
 *
 * @param address what it is for
 * @param sshd the settings as they shall be
 */
public record PutSshd(Address address, SshdResource sshd) implements ProtectionOperation {

    @Override
    public void performedBy(ProtectionOperations operations) {
        operations.putSshd(this);
    }

    @Override
    public String toString() {
        return "set sshd's settings";
    }
}
