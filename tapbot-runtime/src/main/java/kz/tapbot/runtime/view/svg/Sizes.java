package kz.tapbot.runtime.view.svg;

import java.util.List;
import kz.tapbot.runtime.view.GraphNode;

/** How large text and boxes are. Widths are of a wide sans serif face, so that text fits whichever the reader has. */
final class Sizes {

    static final double TITLE = 15;
    static final double TEXT = 12;
    static final double SMALL = 10.5;
    static final double PAD = 14;
    static final double LINE = 17;
    static final double CHIP = 18;
    static final double CHIP_GAP = 6;
    static final double SERVER_HEAD = 74;

    private Sizes() {}

    /** The width of a text in a face of that size. */
    static double width(String text, double size) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("il.,:;|!'() ".indexOf(c) >= 0) {
                sum += 0.34;
            } else if ("frtjI/-\"".indexOf(c) >= 0) {
                sum += 0.42;
            } else if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '@') {
                sum += 0.97;
            } else if (c >= 'A' && c <= 'Z') {
                sum += 0.72;
            } else {
                sum += c < 0x80 ? 0.63 : 1.0;
            }
        }
        return sum * size;
    }

    static double boxWidth(GraphNode node) {
        double widest = Math.max(
                width(node.title(), TITLE) * 1.06 + width(node.kind().word(), SMALL) + 24, chips(node.networks()));
        for (String line : node.details()) {
            widest = Math.max(widest, width(line, TEXT));
        }
        return Math.ceil(Math.max(node.kind() == GraphNode.Kind.SERVER ? 0 : 120, widest + 2 * PAD + 6));
    }

    static double boxHeight(GraphNode node) {
        double lines = node.details().size() * LINE;
        return Math.ceil(PAD + TITLE + lines + (node.networks().isEmpty() ? 0 : CHIP + 9) + PAD);
    }

    static double chip(String network) {
        return Math.ceil(width(network, SMALL) + 16);
    }

    static double chips(List<String> networks) {
        return networks.stream().mapToDouble(Sizes::chip).sum() + Math.max(0, networks.size() - 1) * CHIP_GAP;
    }
}
