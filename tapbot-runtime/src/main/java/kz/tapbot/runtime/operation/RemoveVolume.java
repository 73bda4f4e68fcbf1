package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.VolumeName;

/**
 * Removes a volume of ours with its data.
 *
 * @param address what it is for
 * @param name the volume
 */
public record RemoveVolume(Address address, VolumeName name) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.removeVolume(this);
    }

    @Override
    public String toString() {
        return "remove volume " + name;
    }
}
