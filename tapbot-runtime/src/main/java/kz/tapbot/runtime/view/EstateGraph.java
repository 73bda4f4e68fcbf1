package kz.tapbot.runtime.view;

import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;

/**
 * An estate as boxes and arrows, before anybody draws it. The order of nodes and edges follows from the topology alone.
 *
 * @param title the name of the estate
 * @param nodes the boxes; a parent comes before what is in it
 * @param edges the arrows between them
 */
public record EstateGraph(String title, List<GraphNode> nodes, List<GraphEdge> edges) {

    /** Copies the lists. */
    public EstateGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** The graph of a whole topology. */
    public static EstateGraph of(Topology topology) {
        return new GraphBuilder(topology, topology.servers()).build();
    }

    /** The graph of one server and of what leads to it and from it; empty if there is no such server. */
    public static EstateGraph of(Topology topology, ServerName server) {
        return new GraphBuilder(topology, topology.server(server).stream().toList()).build();
    }
}
