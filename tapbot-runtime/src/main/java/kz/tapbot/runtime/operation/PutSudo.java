package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.SudoResource;

/**
 * Sets exactly what a user may run as root; checked before it replaces the old.
 *
 * @param address what it is for
 * @param sudo what the user may run
 */
public record PutSudo(Address address, SudoResource sudo) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.putSudo(this);
    }

    @Override
    public String toString() {
        return "set sudo rules of " + sudo.user();
    }
}
