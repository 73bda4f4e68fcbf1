package kz.tapbot.runtime.resource;

import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.EnvironmentValue;

/**
 * Turns contents into short texts that are equal exactly when the contents are, and that tell nothing of secrets. Keyed by the server: what
 * is compared for different servers needs different ones.
 */
public interface Fingerprints {

    /** The fingerprint of a content whose secrets have no value yet: it differs from every other. */
    String PENDING = "(generated at apply)";

    /**
     * The fingerprint of a content with a secret that cannot be read here, both of what shall be and of what was found, so that neither
     * differs from the other. Nothing with such a secret can be applied.
     */
    String UNAVAILABLE = "(not compared)";

    /** The fingerprint of a content: a plain hash without secrets, a keyed one with them. */
    String of(Content content);

    /** The value itself for plain text, the fingerprint for a secret. */
    String of(EnvironmentValue value);

    /** The public half of the key at that address, which may be another server's; empty as long as it is not made or not known. */
    default Optional<String> publicKey(Address key) {
        return Optional.empty();
    }
}
