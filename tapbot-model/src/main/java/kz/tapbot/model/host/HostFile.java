package kz.tapbot.model.host;

import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;

/**
 * A file of the server that Tapbot writes whole.
 *
 * @param path where
 * @param content what is in it
 * @param mode its permissions; root owns it
 */
public record HostFile(HostPath path, Content content, FileMode mode) {}
