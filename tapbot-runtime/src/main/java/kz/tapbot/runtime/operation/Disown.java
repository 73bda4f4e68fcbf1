package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Leaves a thing as it is and forgets that it was ours.
 *
 * @param address what it is for
 */
public record Disown(Address address) implements OwnershipOperation {

    @Override
    public void performedBy(OwnershipOperations operations) {
        operations.disown(this);
    }

    @Override
    public String toString() {
        return "disown";
    }
}
