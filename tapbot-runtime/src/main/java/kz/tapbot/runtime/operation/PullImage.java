package kz.tapbot.runtime.operation;

import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.service.Image;

/**
 * Brings an image to the server. Nothing that runs is touched.
 *
 * @param address what it is for
 * @param image the image
 * @param login how to log in at its registry, if it does not give it to everybody
 */
public record PullImage(Address address, Image image, Optional<RegistryLogin> login) implements EngineOperation {

    /** Of an image that everybody is given. */
    public PullImage(Address address, Image image) {
        this(address, image, Optional.empty());
    }

    @Override
    public void performedBy(EngineOperations operations) {
        operations.pullImage(this);
    }

    @Override
    public String toString() {
        return "pull image " + image;
    }
}
