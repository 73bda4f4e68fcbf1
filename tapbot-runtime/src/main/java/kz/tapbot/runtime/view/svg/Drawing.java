package kz.tapbot.runtime.view.svg;

import java.util.List;
import java.util.Locale;
import kz.tapbot.runtime.view.EstateGraph;
import kz.tapbot.runtime.view.GraphEdge;
import kz.tapbot.runtime.view.GraphNode;
import kz.tapbot.runtime.view.svg.Placing.Box;
import kz.tapbot.runtime.view.svg.Placing.Line;
import kz.tapbot.runtime.view.svg.Placing.Point;

/** Writes placed boxes and lines as SVG elements. */
final class Drawing {

    private final EstateGraph graph;
    private final Placing placing;
    private final StringBuilder out = new StringBuilder(16_384);

    Drawing(EstateGraph graph, Placing placing) {
        this.graph = graph;
        this.placing = placing;
    }

    @Override
    public String toString() {
        out.setLength(0);
        String size = number(placing.width()) + " " + number(placing.height());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"")
                .append(escape("The estate " + graph.title()))
                .append("\" width=\"")
                .append(number(placing.width()))
                .append("\" height=\"")
                .append(number(placing.height()))
                .append("\" viewBox=\"0 0 ")
                .append(size)
                .append("\">\n<style>\n")
                .append(Style.sheet())
                .append("</style>\n<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
        markers();
        text("heading", 28, 40, graph.title());
        graph.nodes().stream().filter(Drawing::isServer).forEach(this::server);
        placing.lines().forEach(this::line);
        graph.nodes().stream().filter(node -> !isServer(node)).forEach(this::card);
        placing.lines().forEach(this::label);
        legend();
        return out.append("</svg>\n").toString();
    }

    private static boolean isServer(GraphNode node) {
        return node.kind() == GraphNode.Kind.SERVER;
    }

    private void markers() {
        out.append("<defs>\n");
        for (GraphEdge.Kind kind : GraphEdge.Kind.values()) {
            out.append("<marker id=\"to-")
                    .append(word(kind))
                    .append("\" class=\"head ")
                    .append(word(kind))
                    .append(
                            "\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">")
                    .append("<path d=\"M0 0.5L7.5 4L0 7.5z\"/></marker>\n");
        }
        out.append("</defs>\n");
    }

    private void server(GraphNode node) {
        Box box = box(node);
        out.append("<g class=\"server\">\n");
        rect("", box.x(), box.y(), box.width(), box.height(), 14);
        double x = box.x() + 26;
        text("server-name", x, box.y() + 30, node.title());
        text("detail", x, box.y() + 49, String.join("  ·  ", node.details()));
        chips(node.networks(), x, box.y() + 60);
        out.append("</g>\n");
    }

    private void card(GraphNode node) {
        Box box = box(node);
        out.append("<g class=\"card ")
                .append(word(node.kind()))
                .append(node.planned() ? " planned" : "")
                .append("\">\n<title>");
        out.append(escape(node.id())).append("</title>\n");
        rect("", box.x(), box.y(), box.width(), box.height(), 8);
        out.append("<path class=\"strip\" d=\"M")
                .append(number(box.x() + 5))
                .append(' ')
                .append(number(box.y()))
                .append("v")
                .append(number(box.height()))
                .append("h-1a4 4 0 0 1 -4 -4V")
                .append(number(box.y() + 4))
                .append("a4 4 0 0 1 4 -4z\"/>\n");
        double x = box.x() + Sizes.PAD + 3;
        double y = box.y() + Sizes.PAD + 11;
        text("name", x, y, node.title());
        text("kind", box.x() + box.width() - Sizes.PAD + 2, y - 1, node.kind().word());
        for (String detail : node.details()) {
            y += Sizes.LINE;
            text("detail", x, y + 1, detail);
        }
        chips(node.networks(), x, y + 10);
        out.append("</g>\n");
    }

    private void chips(List<String> networks, double x, double y) {
        double left = x;
        for (String network : networks) {
            double width = Sizes.chip(network);
            boolean internal = network.endsWith("(internal)");
            rect(internal ? "chip closed" : "chip", left, y, width, Sizes.CHIP, Sizes.CHIP / 2);
            text("chip-text", left + width / 2, y + 12.8, network);
            left += width + Sizes.CHIP_GAP;
        }
    }

    private void line(Line line) {
        out.append("<path class=\"edge ").append(word(line.edge().kind())).append("\" marker-end=\"url(#to-");
        out.append(word(line.edge().kind()))
                .append(")\" d=\"")
                .append(rounded(line.points()))
                .append("\"/>\n");
    }

    private void label(Line line) {
        String text = line.edge().label();
        if (!text.isEmpty()) {
            double width = Sizes.width(text, Sizes.SMALL) + 12;
            rect("plate", line.label().x() - width / 2, line.label().y() - 8, width, 16, 4);
            text(
                    "edge-text " + word(line.edge().kind()),
                    line.label().x(),
                    line.label().y() + 3.8,
                    text);
        }
    }

    private void legend() {
        double x = 28;
        double y = placing.height() - 24;
        for (GraphEdge.Kind kind : GraphEdge.Kind.values()) {
            if (graph.edges().stream().anyMatch(edge -> edge.kind() == kind)) {
                String text = Style.words(kind);
                out.append("<path class=\"edge ").append(word(kind)).append("\" marker-end=\"url(#to-");
                out.append(word(kind)).append(")\" d=\"M").append(number(x)).append(' ');
                out.append(number(y - 4)).append("h30\"/>\n");
                text("legend", x + 38, y, text);
                x += 38 + Sizes.width(text, Sizes.TEXT) + 22;
            }
        }
    }

    /** The corners joined by lines, each corner rounded. */
    private static String rounded(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            Point here = points.get(i);
            if (i == 0) {
                path.append('M').append(at(here));
            } else if (i == points.size() - 1) {
                path.append('L').append(at(here));
            } else {
                path.append('L').append(at(towards(here, points.get(i - 1))));
                path.append('Q').append(at(here)).append(' ').append(at(towards(here, points.get(i + 1))));
            }
        }
        return path.toString();
    }

    private static Point towards(Point corner, Point other) {
        double length = Math.hypot(other.x() - corner.x(), other.y() - corner.y());
        double share = length == 0 ? 0 : Math.min(7, length / 2) / length;
        return new Point(corner.x() + (other.x() - corner.x()) * share, corner.y() + (other.y() - corner.y()) * share);
    }

    private void rect(String style, double x, double y, double width, double height, double radius) {
        out.append("<rect");
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append(" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"");
        out.append(number(width)).append("\" height=\"").append(number(height)).append("\" rx=\"");
        out.append(number(radius)).append("\"/>\n");
    }

    private void text(String style, double x, double y, String text) {
        out.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"");
        out.append(number(y)).append("\">").append(escape(text)).append("</text>\n");
    }

    private Box box(GraphNode node) {
        Box box = placing.boxes().get(node.id());
        return box == null ? new Box(0, 0, 0, 0) : box;
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String at(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    /** With at most one place behind the point, so that pictures do not differ by rounding. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        return sign + whole + (rest == 0 ? "" : "." + rest);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' || c >= 0x7f && c < 0xa0 || c >= 0xfffe ? ' ' : c);
            }
        }
        return escaped.toString();
    }
}
