package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Removes a key of ours.
 *
 * @param address what it is for
 * @param name the link and the number of the key, with a dot between
 */
public record RemoveLinkKey(Address address, String name) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.removeLinkKey(this);
    }

    @Override
    public String toString() {
        return "remove key " + name;
    }
}
