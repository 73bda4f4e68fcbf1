package kz.tapbot.runtime.spi;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.resource.Fingerprints;

/** Puts the values of secrets into contents at the last moment. What it returns is never kept, logged or shown. */
public interface Contents extends Fingerprints {

    /** The bytes of a content, UTF-8. */
    byte[] bytes(Content content);

    /** The value of an environment variable. */
    String value(EnvironmentValue value);

    /** Tells the public half of a key that was made now, for whoever needs it later in the run. */
    default void tell(Address key, String publicHalf) {}

    /** The fingerprint that bytes on a server would have if they were this content. */
    String fingerprint(Content content, byte[] found);
}
