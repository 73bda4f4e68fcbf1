package kz.tapbot.runtime.operation;

import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.Address;

/**
 * Stops and removes a unit of ours, or leaves a package's unit as it is.
 *
 * @param address what it is for
 * @param name the unit
 */
public record RemoveUnit(Address address, UnitName name) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.removeUnit(this);
    }

    @Override
    public String toString() {
        return "remove unit " + name;
    }
}
