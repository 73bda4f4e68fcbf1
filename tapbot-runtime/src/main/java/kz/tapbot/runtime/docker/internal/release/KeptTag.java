package kz.tapbot.runtime.docker.internal.release;

import kz.tapbot.model.name.ServiceName;

/** The name of ours that the image of a kept release has beside its own, so that no clean-up of images without a name takes it. */
public final class KeptTag {

    /** What all of them are called before the colon. */
    public static final String REPOSITORY = "tapbot/kept";

    private static final int HEX = 12;

    private KeptTag() {}

    /** What stands behind the colon. */
    static String of(ServiceName service, String imageId) {
        String hash = imageId.substring(imageId.indexOf(':') + 1);
        return service + "-" + hash.substring(0, Math.min(HEX, hash.length()));
    }
}
