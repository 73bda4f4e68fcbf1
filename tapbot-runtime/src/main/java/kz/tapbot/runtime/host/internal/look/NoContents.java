package kz.tapbot.runtime.host.internal.look;

import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.resource.Fingerprints;

/** For resources without contents. */
final class NoContents implements Fingerprints {

    static final Fingerprints NONE = new NoContents();

    private NoContents() {}

    @Override
    public String of(Content content) {
        throw new IllegalStateException("has no content");
    }

    @Override
    public String of(EnvironmentValue value) {
        throw new IllegalStateException("has no content");
    }
}
