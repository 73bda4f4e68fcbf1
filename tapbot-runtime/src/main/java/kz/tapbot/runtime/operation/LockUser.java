package kz.tapbot.runtime.operation;

import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;

/**
 * Shuts a user out: its account, its keys, and what it runs.
 *
 * @param address what it is for
 * @param user the user
 */
public record LockUser(Address address, UserName user) implements IncidentOperation {

    @Override
    public void performedBy(IncidentOperations operations) {
        operations.lockUser(this);
    }

    @Override
    public String toString() {
        return "lock user " + user;
    }
}
