package kz.tapbot.runtime.operation;

import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;

/**
 * Lets a user in again.
 *
 * @param address what it is for
 * @param user the user
 */
public record UnlockUser(Address address, UserName user) implements IncidentOperation {

    @Override
    public void performedBy(IncidentOperations operations) {
        operations.unlockUser(this);
    }

    @Override
    public String toString() {
        return "unlock user " + user;
    }
}
