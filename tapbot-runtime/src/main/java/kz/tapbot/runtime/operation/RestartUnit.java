package kz.tapbot.runtime.operation;

import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.Address;

/**
 * Restarts a unit so that it reads its configuration.
 *
 * @param address what it is for
 * @param name the unit
 */
public record RestartUnit(Address address, UnitName name) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.restartUnit(this);
    }

    @Override
    public String toString() {
        return "restart unit " + name;
    }
}
