package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Takes over a thing that was not ours; nothing about it changes but whose it is.
 *
 * @param address what it is for
 */
public record Adopt(Address address) implements OwnershipOperation {

    @Override
    public void performedBy(OwnershipOperations operations) {
        operations.adopt(this);
    }

    @Override
    public String toString() {
        return "adopt";
    }
}
