package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.UserResource;

/**
 * Makes a user or changes it to this.
 *
 * @param address what it is for
 * @param user the user as it shall be
 */
public record PutUser(Address address, UserResource user) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.putUser(this);
    }

    @Override
    public String toString() {
        return "set user " + user.name();
    }
}
