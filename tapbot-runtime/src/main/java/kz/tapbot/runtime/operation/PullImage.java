package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.Image;

/**
 * Brings an image to the server. Nothing that runs is touched.
 *
 * @param address what it is for
 * @param image the image
 */
public record PullImage(Address address, Image image) implements EngineOperation {

    @Override
    public void performedBy(EngineOperations operations) {
        operations.pullImage(this);
    }

    @Override
    public String toString() {
        return "pull image " + image;
    }
}
