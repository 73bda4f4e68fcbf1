package kz.tapbot.runtime.resource;

import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.EnvironmentValue;

/** Turns contents into short texts that are equal exactly when the contents are, and that tell nothing of secrets. */
public interface Fingerprints {

    /** The fingerprint of a content whose secrets have no value yet: it differs from every other. */
    String PENDING = "(generated at apply)";

    /** The fingerprint of a content: a plain hash without secrets, a keyed one with them. */
    String of(Content content);

    /** The value itself for plain text, the fingerprint for a secret. */
    String of(EnvironmentValue value);
}
