package kz.tapbot.runtime.operate;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.daily.NewerImages;

/** Finds among the tags of a repository those that are newer than what is pinned. Pure. */
public final class Newer {

    private record Tagged(Version version, String tag) {}

    private Newer() {}

    /** What is newer among these tags. */
    public static NewerImages among(ServiceId service, Image image, Collection<String> tags) {
        Optional<Version> pinned = Version.of(image.tag());
        if (pinned.isEmpty()) {
            return unknown(service, image, "the tag " + image.tag() + " does not say which version it is");
        }
        TreeMap<BigInteger, Tagged> newest = new TreeMap<>();
        for (String tag : tags) {
            Version.of(tag)
                    .filter(version -> version.isLike(pinned.get()) && version.compareTo(pinned.get()) > 0)
                    .ifPresent(version -> newest.merge(
                            version.major(),
                            new Tagged(version, tag),
                            (one, other) -> one.version().compareTo(other.version()) >= 0 ? one : other));
        }
        Optional<String> same =
                Optional.ofNullable(newest.remove(pinned.get().major())).map(Tagged::tag);
        List<String> jumps = newest.values().stream().map(Tagged::tag).toList();
        return new NewerImages(service, image, same, jumps, Optional.empty());
    }

    /** That it cannot be told. */
    public static NewerImages unknown(ServiceId service, Image image, String why) {
        return new NewerImages(service, image, Optional.empty(), List.of(), Optional.of(why));
    }
}
