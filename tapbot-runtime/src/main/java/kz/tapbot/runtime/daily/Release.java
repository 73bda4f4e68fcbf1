package kz.tapbot.runtime.daily;

import java.time.Instant;
import java.util.OptionalInt;
import kz.tapbot.model.service.Image;

/**
 * What a service ran once its container had become healthy under an apply.
 *
 * @param number counted from 1 for each service, never used again
 * @param at when it was recorded
 * @param who who applied it: {@code user@machine}
 * @param image the image as it was declared
 * @param imageId what that was on the engine: a tag may name something else later
 * @param rolledBackTo the release that it brought back, if it was a rollback
 */
public record Release(int number, Instant at, String who, Image image, String imageId, OptionalInt rolledBackTo) {

    /** So many are kept of each service: the one that runs, and three to go back to. */
    public static final int KEPT = 4;
}
