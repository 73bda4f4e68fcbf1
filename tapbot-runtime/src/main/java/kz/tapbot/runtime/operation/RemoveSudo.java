package kz.tapbot.runtime.operation;

import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;

/**
 * Takes away what a user may run as root.
 *
 * @param address what it is for
 * @param user the user
 */
public record RemoveSudo(Address address, UserName user) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.removeSudo(this);
    }

    @Override
    public String toString() {
        return "remove sudo " + user;
    }
}
