package kz.tapbot.runtime.daily;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the containers of a server use, and what its engine holds on disk. Of the engine's figures, those of others are a part.
 *
 * @param containers what each container of ours uses, by name
 * @param images bytes of all images, layers that several have in common counted once
 * @param layers bytes that all containers wrote outside of volumes
 * @param volumes bytes in all volumes
 */
public record ServerUsage(
        SortedMap<String, Usage> containers, OptionalLong images, OptionalLong layers, OptionalLong volumes) {

    /** Nothing is known. */
    public static final ServerUsage UNKNOWN = new ServerUsage(
            Collections.emptySortedMap(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** Copies the map. */
    public ServerUsage {
        containers = Collections.unmodifiableSortedMap(new TreeMap<>(containers));
    }

    /** What a container uses. */
    public Usage of(String container) {
        return containers.getOrDefault(container, Usage.UNKNOWN);
    }
}
