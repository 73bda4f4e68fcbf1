package kz.tapbot.model.service;

import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.InvalidValueException;

/**
 * A file that Tapbot writes for a container and mounts read-only: configuration, or a secret.
 *
 * @param path where the container sees it
 * @param content what is in it
 * @param mode its permissions
 * @param owner the numeric user that owns it, so that the container's process can read it
 */
public record ContainerFile(ContainerPath path, Content content, FileMode mode, int owner) {

    /** Checks the owner. */
    public ContainerFile {
        if (owner < 0 || owner > 65_535) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "A file's owner is a user id from 0 to 65535, not " + owner + ".");
        }
    }
}
