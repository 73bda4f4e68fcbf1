package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.UnitResource;

/**
 * Writes a unit if it is ours, brings it into the state it shall be in, and remembers what it reads.
 *
 * @param address what it is for
 * @param unit the unit as it shall be
 */
public record PutUnit(Address address, UnitResource unit) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.putUnit(this);
    }

    @Override
    public String toString() {
        return "set unit " + unit.name();
    }
}
