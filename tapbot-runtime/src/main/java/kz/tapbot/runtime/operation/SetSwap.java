package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.SwapResource;

/**
 * Makes the swap file and uses it.
 *
 * @param address what it is for
 * @param swap the swap file
 */
public record SetSwap(Address address, SwapResource swap) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.setSwap(this);
    }

    @Override
    public String toString() {
        return "make swap file of " + swap.size();
    }
}
