package kz.tapbot.model.service;

import java.util.Comparator;
import kz.tapbot.model.name.ServiceId;

/**
 * What must run before a service starts.
 *
 * @param service the other service
 * @param healthy whether it must be healthy and not only started
 */
public record Need(ServiceId service, boolean healthy) implements Comparable<Need> {

    private static final Comparator<Need> ORDER =
            Comparator.comparing(Need::service).thenComparing(Need::healthy);

    @Override
    public int compareTo(Need other) {
        return ORDER.compare(this, other);
    }
}
