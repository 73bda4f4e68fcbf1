package kz.tapbot.runtime.view.svg;

import kz.tapbot.runtime.view.EstateGraph;

/**
 * Draws a graph as SVG: self-contained, without scripts or fonts of its own, for light and dark pages. The same graph gives the same
 * bytes.
 */
public final class SvgGraph {

    /** The most boxes that are drawn: more are neither laid out in reasonable time nor read by anybody. */
    public static final int MOST_NODES = 400;

    private SvgGraph() {}

    /**
     * The text of the picture; ends with a line break.
     *
     * @throws IllegalArgumentException if the graph has more than {@link #MOST_NODES} boxes
     */
    public static String render(EstateGraph graph) {
        if (graph.nodes().size() > MOST_NODES) {
            throw new IllegalArgumentException("A picture has at most " + MOST_NODES
                    + " boxes, and this one would have " + graph.nodes().size() + ".");
        }
        return new Drawing(graph, ElkPlacing.of(graph)).toString();
    }
}
