package kz.tapbot.runtime.outline;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.fleet.Fleet;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.UnreachableException;

/** What each server was last applied whole. It decides nothing: a server of which nothing is kept, or no longer readable, is only told of as new. */
public final class Memory {

    private Memory() {}

    /** The outlines that the servers keep; a server that keeps none is missing. Usually all keep the same, which is read once. */
    public static SortedMap<ServerName, Topology> read(Fleet fleet, Topology topology) {
        SortedMap<ServerName, Topology> known = new TreeMap<>();
        Map<ByteBuffer, Optional<Topology>> read = new HashMap<>();
        fleet.everywhere(server -> fleet.session(server).state().remembered(topology.name()))
                .forEach((server, kept) -> kept.flatMap(
                                bytes -> read.computeIfAbsent(ByteBuffer.wrap(bytes), first -> Outline.read(bytes)))
                        .ifPresent(outline -> known.put(server, outline)));
        return known;
    }

    /** Remembers a topology that is there now. To be called with all locks held. */
    public static void write(Fleet fleet, Topology topology) {
        keep(fleet, topology, Optional.of(Outline.bytes(topology)));
    }

    /** Forgets a topology of which nothing is there any more. To be called with all locks held. */
    public static void forget(Fleet fleet, Topology topology) {
        keep(fleet, topology, Optional.empty());
    }

    private static void keep(Fleet fleet, Topology topology, Optional<byte[]> outline) {
        fleet.everywhere(server -> {
            try {
                HostState state = fleet.session(server).state();
                if (!Arrays.equals(state.remembered(topology.name()).orElse(null), outline.orElse(null))) {
                    state.remember(topology.name(), outline);
                }
                return true;
            } catch (OperationFailedException | UnreachableException e) {
                // What was asked for is there, which matters more; the next run remembers it.
                return false;
            }
        });
    }
}
