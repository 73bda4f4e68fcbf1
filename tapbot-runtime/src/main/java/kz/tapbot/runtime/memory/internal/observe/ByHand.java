package kz.tapbot.runtime.memory.internal.observe;

import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.resource.Fingerprints;

/** The fingerprints of what people did by hand. */
public final class ByHand {

    /** Shows plain text as it is, and everything else by its name. */
    public static final Fingerprints FINGERPRINTS = new Fingerprints() {
        @Override
        public String of(Content content) {
            return content.redacted();
        }

        @Override
        public String of(EnvironmentValue value) {
            return value.text().orElse("(by hand)");
        }
    };

    private ByHand() {}
}
