package kz.tapbot.dsl;

import java.util.function.Consumer;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.HostPath;

/** The scope of a container's file system. */
public interface StorageSpec extends Scope<StorageSpec> {

    /** Mounts a volume that the container writes to. */
    StorageSpec volume(VolumeRef volume, String path);

    /** Mounts a volume that the container cannot write to. */
    StorageSpec readOnly(VolumeRef volume, String path);

    /** Mounts a path of the server that the container writes to. */
    StorageSpec hostPath(HostPath source, String path);

    /** Mounts a path of the server that the container cannot write to. */
    StorageSpec readOnlyHostPath(HostPath source, String path);

    /** Mounts a file system in memory. */
    StorageSpec memory(DataSize size, String path);

    /** Writes a file for it and mounts it read-only. */
    StorageSpec file(String path, Consumer<? super FileSpec> spec);

    /** Writes a file with one secret and nothing else, for the numeric user of the container that reads it. */
    StorageSpec secretFile(String path, Secret secret, int owner);
}
