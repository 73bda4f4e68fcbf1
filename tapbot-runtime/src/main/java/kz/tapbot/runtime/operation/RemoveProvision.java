package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/**
 * Forgets something inside a service; what it holds stays unless the service removes it itself.
 *
 * @param address what it is for
 * @param container the container's name
 * @param kind what it is
 * @param name its name
 */
public record RemoveProvision(Address address, String container, String kind, String name) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.removeProvision(this);
    }

    @Override
    public String toString() {
        return "forget " + kind + " " + name + " in " + container;
    }
}
