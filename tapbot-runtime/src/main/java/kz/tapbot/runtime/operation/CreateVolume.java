package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.VolumeResource;

/**
 * Makes a volume.
 *
 * @param address what it is for
 * @param volume the volume as it shall be
 */
public record CreateVolume(Address address, VolumeResource volume) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.createVolume(this);
    }

    @Override
    public String toString() {
        return "create volume " + volume.name();
    }
}
