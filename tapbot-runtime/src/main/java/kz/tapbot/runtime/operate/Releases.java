package kz.tapbot.runtime.operate;

import java.util.List;
import java.util.OptionalInt;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Chooses among the releases of a service. */
public final class Releases {

    private Releases() {}

    /**
     * The one with that number, or the one before what runs; after a rollback that is the one before the release that was gone back to, so that going back twice does not
     * lead forward again.
     *
     * @throws OperationFailedException if there is none
     */
    public static Release chosen(ServiceId service, List<Release> kept, OptionalInt number) {
        if (number.isEmpty()) {
            return earlier(service, kept);
        }
        return kept.stream()
                .filter(release -> release.number() == number.getAsInt())
                .findFirst()
                .orElseThrow(() -> new OperationFailedException("Release " + number.getAsInt() + " of service "
                        + service.service() + " is not kept. Those that are: "
                        + kept.stream().map(Release::number).toList() + "."));
    }

    private static Release earlier(ServiceId service, List<Release> kept) {
        int bound = kept.isEmpty()
                ? 0
                : kept.get(0).rolledBackTo().orElse(kept.get(0).number());
        return kept.stream()
                .skip(1)
                .filter(release -> release.number() < bound)
                .findFirst()
                .orElseThrow(() -> new OperationFailedException("There is no earlier release of service "
                        + service.service()
                        + " to go back to. One is recorded whenever an apply has made its container healthy."));
    }
}
