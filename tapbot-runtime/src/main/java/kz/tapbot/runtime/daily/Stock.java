package kz.tapbot.runtime.daily;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.ServiceName;

/**
 * What lies on a server's engine and may be needed or not.
 *
 * @param images all images, whosever they are
 * @param releases what releases of all topologies on that engine need
 * @param containers the names of the containers of ours
 */
public record Stock(List<EngineImage> images, List<KeptReleases> releases, SortedSet<ServiceName> containers) {

    /** Copies the lists. */
    public Stock {
        images = List.copyOf(images);
        releases = List.copyOf(releases);
        containers = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(containers));
    }
}
