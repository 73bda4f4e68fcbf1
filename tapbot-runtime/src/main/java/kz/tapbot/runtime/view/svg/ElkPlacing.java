package kz.tapbot.runtime.view.svg;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.tapbot.runtime.view.EstateGraph;
import kz.tapbot.runtime.view.GraphEdge;
import kz.tapbot.runtime.view.GraphNode;
import kz.tapbot.runtime.view.svg.Placing.Box;
import kz.tapbot.runtime.view.svg.Placing.Line;
import kz.tapbot.runtime.view.svg.Placing.Point;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Asks Eclipse ELK's layered algorithm (Sugiyama's) where everything goes. */
final class ElkPlacing {

    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<GraphEdge, ElkEdge> edges = new LinkedHashMap<>();
    private final Set<GraphEdge> reversed = new HashSet<>();
    private final ElkNode root = ElkGraphUtil.createGraph();

    private ElkPlacing() {}

    static Placing of(EstateGraph graph) {
        ElkPlacing placing = new ElkPlacing();
        placing.options();
        graph.nodes().forEach(placing::add);
        graph.edges().forEach(placing::add);
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        new RecursiveGraphLayoutEngine().layout(placing.root, new BasicProgressMonitor());
        return placing.result();
    }

    private void options() {
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(64, 28, 64, 28));
        spacing(root);
    }

    private static void spacing(ElkNode node) {
        node.setProperty(LayeredOptions.SPACING_NODE_NODE, 26.0);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 54.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 20.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
        node.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        node.setProperty(LayeredOptions.THOROUGHNESS, 20);
    }

    private void add(GraphNode node) {
        ElkNode parent = node.parent().map(nodes::get).orElse(root);
        ElkNode made = ElkGraphUtil.createNode(parent);
        made.setIdentifier(node.id());
        made.setDimensions(Sizes.boxWidth(node), Sizes.boxHeight(node));
        if (node.kind() == GraphNode.Kind.SERVER) {
            double head = Sizes.SERVER_HEAD + (node.networks().isEmpty() ? 0 : Sizes.CHIP + 4);
            made.setProperty(CoreOptions.PADDING, new ElkPadding(head, 26, 26, 26));
            made.setProperty(
                    CoreOptions.NODE_SIZE_CONSTRAINTS,
                    java.util.EnumSet.of(org.eclipse.elk.core.options.SizeConstraint.MINIMUM_SIZE));
            made.setProperty(
                    CoreOptions.NODE_SIZE_MINIMUM,
                    new org.eclipse.elk.core.math.KVector(Sizes.boxWidth(node), head + 26));
            spacing(made);
        }
        nodes.put(node.id(), made);
    }

    private void add(GraphEdge edge) {
        ElkNode from = nodes.get(edge.from());
        ElkNode to = nodes.get(edge.to());
        if (from == null || to == null) {
            throw new IllegalArgumentException("An arrow needs two boxes: " + edge + ".");
        }
        boolean backward = isBackward(from, to);
        ElkEdge made = backward ? ElkGraphUtil.createSimpleEdge(to, from) : ElkGraphUtil.createSimpleEdge(from, to);
        if (backward) {
            reversed.add(edge);
        }
        if (!edge.label().isEmpty()) {
            ElkLabel label = ElkGraphUtil.createLabel(edge.label(), made);
            label.setDimensions(Math.ceil(Sizes.width(edge.label(), Sizes.SMALL)) + 12, 16);
        }
        edges.put(edge, made);
    }

    /**
     * Whether an arrow leads back into a server from what stands beside servers. It is laid out the other way round, so that every
     * server has its place between the Internet and what it uses.
     */
    private boolean isBackward(ElkNode from, ElkNode to) {
        boolean fromBeside = from.getParent() == root && from.getChildren().isEmpty();
        return fromBeside && to.getParent() != root && !from.getIdentifier().equals("internet");
    }

    private Placing result() {
        Map<String, Box> boxes = new LinkedHashMap<>();
        nodes.forEach((id, node) -> {
            Point corner = corner(node);
            boxes.put(id, new Box(corner.x(), corner.y(), node.getWidth(), node.getHeight()));
        });
        List<Line> lines = new ArrayList<>();
        edges.forEach((edge, drawn) -> lines.add(line(edge, drawn)));
        return new Placing(root.getWidth(), root.getHeight(), boxes, lines);
    }

    /** ELK counts from the corner of the box that an element is in. */
    private Point corner(ElkNode node) {
        double x = 0;
        double y = 0;
        for (ElkNode each = node; each != null && each != root; each = each.getParent()) {
            x += each.getX();
            y += each.getY();
        }
        return new Point(x, y);
    }

    private Line line(GraphEdge edge, ElkEdge drawn) {
        Point base = corner(drawn.getContainingNode());
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : drawn.getSections()) {
            points.add(new Point(base.x() + section.getStartX(), base.y() + section.getStartY()));
            for (ElkBendPoint bend : section.getBendPoints()) {
                points.add(new Point(base.x() + bend.getX(), base.y() + bend.getY()));
            }
            points.add(new Point(base.x() + section.getEndX(), base.y() + section.getEndY()));
        }
        if (reversed.contains(edge)) {
            Collections.reverse(points);
        }
        Point label = base;
        for (ElkLabel text : drawn.getLabels()) {
            label = new Point(
                    base.x() + text.getX() + text.getWidth() / 2, base.y() + text.getY() + text.getHeight() / 2);
        }
        return new Line(edge, points, label);
    }
}
