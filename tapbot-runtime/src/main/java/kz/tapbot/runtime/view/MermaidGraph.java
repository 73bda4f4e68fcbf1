package kz.tapbot.runtime.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a graph as a Mermaid flowchart, which Git forges show as a picture. */
public final class MermaidGraph {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<GraphNode>> children = new HashMap<>();
    private final StringBuilder out = new StringBuilder(4096);

    private MermaidGraph() {}

    /** The text of the flowchart; ends with a line break. */
    public static String render(EstateGraph graph) {
        return new MermaidGraph().write(graph);
    }

    private String write(EstateGraph graph) {
        out.append("---\ntitle: ").append(graph.title()).append("\n---\nflowchart LR\n");
        for (GraphNode node : graph.nodes()) {
            names.put(node.id(), "n" + names.size());
            node.parent()
                    .ifPresent(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>())
                            .add(node));
        }
        for (GraphNode node : graph.nodes()) {
            if (node.kind() == GraphNode.Kind.SERVER) {
                server(node);
            } else if (node.parent().isEmpty()) {
                node("  ", node);
            }
        }
        graph.edges().forEach(this::edge);
        styles(graph);
        return out.toString();
    }

    private void server(GraphNode server) {
        out.append("  subgraph ")
                .append(name(server.id()))
                .append("[\"")
                .append(text(server))
                .append("\"]\n");
        children.getOrDefault(server.id(), List.of()).forEach(node -> node("    ", node));
        out.append("  end\n");
    }

    private void node(String indent, GraphNode node) {
        String[] shape = shape(node.kind());
        out.append(indent)
                .append(name(node.id()))
                .append(shape[0])
                .append('"')
                .append(text(node))
                .append('"')
                .append(shape[1])
                .append('\n');
    }

    private static String[] shape(GraphNode.Kind kind) {
        return switch (kind) {
            case INTERNET -> new String[] {"((", "))"};
            case VOLUME, DATABASE -> new String[] {"[(", ")]"};
            case PROXY -> new String[] {"{{", "}}"};
            case BACKUP, DESTINATION -> new String[] {"[/", "/]"};
            case OUTSIDE, LINK -> new String[] {"([", "])"};
            case SERVER, SERVICE, HOST_SERVICE -> new String[] {"[", "]"};
        };
    }

    private void edge(GraphEdge edge) {
        boolean solid = edge.kind() == GraphEdge.Kind.OPEN || edge.kind() == GraphEdge.Kind.ROUTE;
        String arrow = edge.kind() == GraphEdge.Kind.LINK ? "==>" : solid ? "-->" : "-.->";
        out.append("  ").append(name(edge.from())).append(' ').append(arrow);
        if (!edge.label().isEmpty()) {
            out.append("|\"").append(escape(edge.label())).append("\"|");
        }
        out.append(' ').append(name(edge.to())).append('\n');
    }

    private void styles(EstateGraph graph) {
        Map<GraphNode.Kind, String> colours = Map.of(
                GraphNode.Kind.INTERNET, "#64748b",
                GraphNode.Kind.PROXY, "#7c3aed",
                GraphNode.Kind.DATABASE, "#0f766e",
                GraphNode.Kind.SERVICE, "#2563eb",
                GraphNode.Kind.HOST_SERVICE, "#b45309",
                GraphNode.Kind.LINK, "#0369a1",
                GraphNode.Kind.BACKUP, "#15803d");
        for (GraphNode.Kind kind : GraphNode.Kind.values()) {
            List<String> members = graph.nodes().stream()
                    .filter(node -> node.kind() == kind)
                    .map(node -> name(node.id()))
                    .toList();
            String colour = colours.get(kind);
            if (colour != null && !members.isEmpty()) {
                String word = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                out.append("  classDef ")
                        .append(word)
                        .append(" stroke:")
                        .append(colour)
                        .append(",stroke-width:2px\n");
                out.append("  class ")
                        .append(String.join(",", members))
                        .append(' ')
                        .append(word)
                        .append('\n');
            }
        }
    }

    private static String text(GraphNode node) {
        StringBuilder text =
                new StringBuilder("<b>").append(escape(node.title())).append("</b>");
        node.details().forEach(line -> text.append("<br/>").append(escape(line)));
        if (!node.networks().isEmpty()) {
            text.append("<br/><i>")
                    .append(escape(String.join(", ", node.networks())))
                    .append("</i>");
        }
        return text.toString();
    }

    private String name(String id) {
        return names.getOrDefault(id, "n0");
    }

    /** What Mermaid or the HTML it makes could read as its own becomes an entity in Mermaid's own notation. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c != 0x7f && "\"<>&#;|[]{}()`\\%".indexOf(c) < 0 || c == '(' || c == ')';
            if (plain) {
                escaped.append(c);
            } else {
                escaped.append('#').append((int) c).append(';');
            }
        }
        return escaped.toString();
    }
}
