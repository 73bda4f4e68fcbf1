package kz.tapbot.runtime.fleet;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.facts.ServerFacts;

/**
 * What was found on all servers of a topology.
 *
 * @param topology the topology
 * @param servers what was found on each server that is not only planned
 * @param took how long it took
 */
public record Observation(TopologyName topology, SortedMap<ServerName, ServerFacts> servers, Duration took) {

    /** Copies the facts. */
    public Observation {
        servers = Collections.unmodifiableSortedMap(new TreeMap<>(servers));
    }
}
