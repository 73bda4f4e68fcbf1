package kz.tapbot.model.service;

import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.value.InvalidValueException;

/**
 * Something mounted into a container: a volume, a path of the server, or memory.
 *
 * @param target where the container sees it
 * @param volume the volume, if it is one
 * @param host the server's path, if it is one
 * @param memory the size of a file system in memory, if it is one
 * @param readOnly whether the container cannot write to it
 */
public record Mount(
        ContainerPath target,
        Optional<VolumeId> volume,
        Optional<HostPath> host,
        Optional<DataSize> memory,
        boolean readOnly) {

    /** Checks that it is one of the three. */
    public Mount {
        int sources = (volume.isPresent() ? 1 : 0) + (host.isPresent() ? 1 : 0) + (memory.isPresent() ? 1 : 0);
        if (sources != 1) {
            throw new InvalidValueException(
                    ModelCode.MISSING_PART,
                    "A mount is of exactly one thing: a volume, a path of the server, or memory.");
        }
    }

    /** A volume that the container writes to. */
    public static Mount volume(VolumeId volume, ContainerPath target) {
        return new Mount(target, Optional.of(volume), Optional.empty(), Optional.empty(), false);
    }

    /** A path of the server. */
    public static Mount host(HostPath path, ContainerPath target, boolean readOnly) {
        return new Mount(target, Optional.empty(), Optional.of(path), Optional.empty(), readOnly);
    }

    /** A file system in memory. */
    public static Mount memory(DataSize size, ContainerPath target) {
        return new Mount(target, Optional.empty(), Optional.empty(), Optional.of(size), false);
    }
}
