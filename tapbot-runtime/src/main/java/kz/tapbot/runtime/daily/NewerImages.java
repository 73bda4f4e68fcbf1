package kz.tapbot.runtime.daily;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.service.Image;

/**
 * Which newer images of the same flavour there are for what a service is pinned to.
 *
 * @param service the service
 * @param image what it is pinned to
 * @param newer the newest tag with the same first number, if that is newer
 * @param jumps the newest tag for each higher first number, lowest first: expect that something has to be done for these
 * @param unknown why it cannot be told, if it cannot
 */
public record NewerImages(
        ServiceId service, Image image, Optional<String> newer, List<String> jumps, Optional<String> unknown) {

    /** Copies the list. */
    public NewerImages {
        jumps = List.copyOf(jumps);
    }

    /** Whether there is anything newer. */
    public boolean isAny() {
        return newer.isPresent() || !jumps.isEmpty();
    }
}
