package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Stops using the swap file and removes it.
 *
 * @param address what it is for
 */
public record RemoveSwap(Address address) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.removeSwap(this);
    }

    @Override
    public String toString() {
        return "remove swap";
    }
}
