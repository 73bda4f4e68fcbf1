package kz.tapbot.runtime.view.svg;

import java.util.List;
import java.util.Map;
import kz.tapbot.runtime.view.GraphEdge;

/**
 * Where everything is, in pixels from the upper left corner.
 *
 * @param width of the whole
 * @param height of the whole
 * @param boxes by the id of the node
 * @param lines in the order of the graph's edges
 */
record Placing(double width, double height, Map<String, Box> boxes, List<Line> lines) {

    /** A rectangle. */
    record Box(double x, double y, double width, double height) {}

    /** A corner of a line. */
    record Point(double x, double y) {}

    /** An arrow with its corners and the middle of its label. */
    record Line(GraphEdge edge, List<Point> points, Point label) {}
}
