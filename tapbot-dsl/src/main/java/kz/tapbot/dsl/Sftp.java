package kz.tapbot.dsl;

import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.value.HostPath;

/**
 * A directory of a host outside the estate, by SFTP.
 *
 * @param host the host
 * @param user the user
 * @param path the directory
 * @param key the private key
 */
public record Sftp(HostAddress host, String user, HostPath path, Secret key) implements BackupDestination {

    /**
     * Checks the user.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it is not allowed
     */
    public Sftp {
        new Destination.Sftp(host, user, path, key.name());
    }

    /** A directory of a host. */
    public static Sftp directory(HostAddress host, String user, HostPath path, Secret key) {
        return new Sftp(host, user, path, key);
    }
}
