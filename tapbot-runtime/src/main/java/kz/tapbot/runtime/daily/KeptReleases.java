package kz.tapbot.runtime.daily;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;

/**
 * What releases of a service need and needed.
 *
 * @param topology whose
 * @param service of what
 * @param kept the images of the releases that are kept, by id, with the name they were declared by
 * @param retired those that earlier releases ran which are not kept any more
 */
public record KeptReleases(
        TopologyName topology, ServiceName service, SortedMap<String, String> kept, SortedMap<String, String> retired) {

    /** Copies the maps. */
    public KeptReleases {
        kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
        retired = Collections.unmodifiableSortedMap(new TreeMap<>(retired));
    }
}
