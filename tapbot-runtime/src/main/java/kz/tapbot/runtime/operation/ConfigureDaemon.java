package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.DaemonResource;

/**
 * Installs the engine where it is missing, and sets its settings.
 *
 * @param address what it is for
 * @param daemon the engine as it shall be
 */
public record ConfigureDaemon(Address address, DaemonResource daemon) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.configureDaemon(this);
    }

    @Override
    public String toString() {
        return "configure the container engine";
    }
}
