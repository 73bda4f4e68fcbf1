package kz.tapbot.runtime.report;

import java.util.List;
import kz.tapbot.runtime.view.TextTable;

/** Writes elements whose every text is escaped, so that the page is well-formed whatever things are called. */
final class Markup {

    private final StringBuilder out = new StringBuilder(32_768);

    /** Markup that was written by us, as it is. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    Markup open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    Markup close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element with nothing but text in it. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** A section with its heading, to be ended by {@code close("section")}. */
    Markup section(String id, String heading, String explained) {
        open("section", "id", id).element("h2", heading);
        return explained.isEmpty() ? this : element("p", explained, "class", "r-hint");
    }

    /** A table that scrolls by itself where the page is narrower; nothing if there are no rows. */
    Markup table(TextTable table) {
        if (table.rows().isEmpty()) {
            return this;
        }
        open("div", "class", "r-wide").open("table");
        element("caption", table.title());
        open("thead").open("tr");
        table.head().forEach(cell -> element("th", cell, "scope", "col"));
        close("tr").close("thead").open("tbody");
        for (List<String> row : table.rows()) {
            open("tr");
            for (int i = 0; i < row.size(); i++) {
                element("td", row.get(i), "data-label", table.head().get(i));
            }
            close("tr");
        }
        return close("tbody").close("table").close("div");
    }

    /** What XML does not allow is shown by the sign for what cannot be shown. */
    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append((char) point);
                default -> {
                    boolean allowed = point >= 0x20
                            && !(point >= 0x7f && point <= 0x9f)
                            && !(point >= 0xd800 && point <= 0xdfff)
                            && point != 0xfffe
                            && point != 0xffff;
                    out.appendCodePoint(allowed ? point : 0xfffd);
                }
            }
        });
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
