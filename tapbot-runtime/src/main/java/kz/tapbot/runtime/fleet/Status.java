package kz.tapbot.runtime.fleet;

import java.util.List;
import kz.tapbot.model.name.TopologyName;

/**
 * How all servers of a topology are.
 *
 * @param topology the topology
 * @param servers each server that is not only planned, by name
 */
public record Status(TopologyName topology, List<ServerStatus> servers) {

    /** Copies the list. */
    public Status {
        servers = List.copyOf(servers);
    }

    /** Whether every server was reached. */
    public boolean allReached() {
        return servers.stream().allMatch(server -> server.unreachable().isEmpty());
    }
}
