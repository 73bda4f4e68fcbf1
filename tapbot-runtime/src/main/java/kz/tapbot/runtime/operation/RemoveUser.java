package kz.tapbot.runtime.operation;

import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;

/**
 * Removes a user; its home stays.
 *
 * @param address what it is for
 * @param name the user
 */
public record RemoveUser(Address address, UserName name) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.removeUser(this);
    }

    @Override
    public String toString() {
        return "remove user " + name;
    }
}
