package kz.tapbot.runtime.docker.internal.observe;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.docker.internal.keep.Kept;
import kz.tapbot.runtime.resource.Attributes;
import kz.tapbot.runtime.spi.Contents;

/** Describes one container whole. */
public final class ContainerLook {

    private ContainerLook() {}

    /**
     * Its attributes.
     *
     * @param image the settings of its image, if that is still there
     * @param desired the service that it shall be
     * @param files what was written for it, by the path in it
     * @param ours whether it is of this topology
     */
    public static SortedMap<String, String> attributes(
            InspectContainerResponse found,
            Optional<ContainerConfig> image,
            Optional<Service> desired,
            Map<String, Kept> files,
            Contents contents,
            boolean ours) {
        ContainerReading reading = new ContainerReading(found, image, desired);
        Attributes all = reading.attributes();
        MountReading.into(all, found);
        SecretReading secrets = new SecretReading(contents, desired, found, ours);
        secrets.environment(all, reading.environment());
        secrets.files(all, files);
        return all.all();
    }
}
