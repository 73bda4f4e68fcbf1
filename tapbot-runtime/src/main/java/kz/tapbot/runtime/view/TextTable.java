package kz.tapbot.runtime.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Rows under a title, as aligned text or as Markdown.
 *
 * @param title what the rows are
 * @param head the names of the columns
 * @param rows as many cells each as there are columns
 */
public record TextTable(String title, List<String> head, List<List<String>> rows) {

    /** Copies the rows. */
    public TextTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Appends title, head and rows as columns wide enough for every cell, indented by two and four spaces; nothing if there are no rows. */
    public void text(StringBuilder out) {
        if (rows.isEmpty()) {
            return;
        }
        if (hasEmptyColumn()) {
            filled().text(out);
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(head.stream()
                .map(cell -> cell.toUpperCase(java.util.Locale.ROOT))
                .toList());
        lines.addAll(rows);
        int[] widths = new int[head.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(line.get(i)));
            }
        }
        out.append("  ").append(title).append('\n');
        for (List<String> line : lines) {
            int start = out.length();
            out.append("    ");
            for (int i = 0; i < widths.length; i++) {
                String cell = line.get(i);
                out.append(cell).append(" ".repeat(widths[i] - length(cell) + 2));
            }
            stripEnd(out, start);
            out.append('\n');
        }
    }

    /** Appends the title as a heading of the third level and the rows as a Markdown table; nothing if there are no rows. */
    public void markdown(StringBuilder out) {
        if (rows.isEmpty()) {
            return;
        }
        if (hasEmptyColumn()) {
            filled().markdown(out);
            return;
        }
        out.append("### ").append(title).append("\n\n");
        line(out, head);
        out.append("| --- ".repeat(head.size())).append("|\n");
        rows.forEach(row -> line(out, row));
        out.append('\n');
    }

    private boolean hasEmptyColumn() {
        return filledColumns().size() < head.size();
    }

    /** Without columns in which nothing stands. */
    private TextTable filled() {
        List<Integer> columns = filledColumns();
        return new TextTable(
                title,
                columns.stream().map(head::get).toList(),
                rows.stream()
                        .map(row -> columns.stream().map(row::get).toList())
                        .toList());
    }

    private List<Integer> filledColumns() {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            for (List<String> row : rows) {
                if (!row.get(i).isEmpty()) {
                    columns.add(i);
                    break;
                }
            }
        }
        return columns;
    }

    private static void line(StringBuilder out, List<String> cells) {
        for (String cell : cells) {
            out.append("| ").append(escape(cell)).append(cell.isEmpty() ? "" : " ");
        }
        out.append("|\n");
    }

    /** A cell is one line, and may hold what Markdown or HTML would read as their own. */
    private static String escape(String cell) {
        StringBuilder out = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            switch (c) {
                case '|', '\\', '`', '*', '_', '[', ']' -> out.append('\\').append(c);
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> out.append(c < ' ' || c == 0x7f ? ' ' : c);
            }
        }
        return out.toString();
    }

    /** Members with commas between. */
    static String listed(Collection<?> members) {
        StringBuilder out = new StringBuilder();
        members.forEach(member -> out.append(out.isEmpty() ? "" : ", ").append(member));
        return out.toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static void stripEnd(StringBuilder out, int start) {
        int end = out.length();
        while (end > start && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
    }
}
