package kz.tapbot.model.backup;

import java.util.Comparator;
import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.value.InvalidValueException;

/**
 * Something that is saved: a service's data, a volume as files, or a directory of a server.
 *
 * @param data the data, if it is that
 * @param volume the volume, if it is that
 * @param server the directory's server
 * @param directory the directory, if it is that
 */
public record BackupSource(
        Optional<DataId> data, Optional<VolumeId> volume, Optional<ServerName> server, Optional<HostPath> directory)
        implements Comparable<BackupSource> {

    private static final Comparator<BackupSource> ORDER = Comparator.comparing(BackupSource::toString);

    /** Checks that it is one of the three. */
    public BackupSource {
        int kinds = (data.isPresent() ? 1 : 0) + (volume.isPresent() ? 1 : 0) + (directory.isPresent() ? 1 : 0);
        if (kinds != 1 || server.isPresent() != directory.isPresent()) {
            throw new InvalidValueException(
                    ModelCode.MISSING_PART,
                    "A backup's source is exactly one thing: a service's data, a volume, or a directory of a server.");
        }
    }

    /** A service's data. */
    public static BackupSource data(DataId data) {
        return new BackupSource(Optional.of(data), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A volume as files. */
    public static BackupSource volume(VolumeId volume) {
        return new BackupSource(Optional.empty(), Optional.of(volume), Optional.empty(), Optional.empty());
    }

    /** A directory of a server. */
    public static BackupSource directory(ServerName server, HostPath directory) {
        return new BackupSource(Optional.empty(), Optional.empty(), Optional.of(server), Optional.of(directory));
    }

    /** The server it is on. */
    public ServerName on() {
        return data.map(id -> id.service().server())
                .or(() -> volume.map(VolumeId::server))
                .or(() -> server)
                .orElseThrow();
    }

    @Override
    public int compareTo(BackupSource other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return data.map(id -> "data " + id)
                .or(() -> volume.map(id -> "volume " + id))
                .orElseGet(() -> "directory " + server.orElseThrow() + directory.orElseThrow());
    }
}
