package kz.tapbot.dsl;

import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.SecretEncoding;

/** The scope of a file that is written for a container. Pieces are in the order in which they are said. */
public interface FileSpec extends Scope<FileSpec> {

    /** Says text, as it is. */
    FileSpec text(String text);

    /** Says the place of a secret. */
    FileSpec secret(Secret secret, SecretEncoding encoding);

    /** Says contents whose secrets are part of the topology. */
    FileSpec content(Content content);

    /** Says its permissions, such as {@code 0640}; {@code 0400} with a secret in it and {@code 0644} without, if not said. */
    FileSpec mode(String octal);

    /** Says the numeric user who owns it; 0 if not said. */
    FileSpec owner(int user);
}
