package kz.tapbot.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The table of a page, which is made from what is tried, and rewritten with {@code -Dtapbot.update=true}. */
final class PageTable {

    private PageTable() {}

    /** Compares the table that begins so; the text of the page. */
    static String compared(String page, String table) throws IOException {
        Path file = root().resolve(page);
        String text = Files.readString(file);
        String head = table.substring(0, table.indexOf('|', 1) + 1);
        int from = text.indexOf(head);
        int to = text.indexOf("\n\n", from);
        if (Boolean.getBoolean("tapbot.update")) {
            Files.writeString(file, text.substring(0, from) + table + text.substring(to));
        } else {
            assertThat(text.substring(from, to))
                    .as("rewritten with -Dtapbot.update=true")
                    .isEqualTo(table);
        }
        return text;
    }

    /** A row. */
    static String row(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Where the project is. */
    static Path root() {
        Path path = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(path.resolve(".mvn"))) {
            path = path.getParent();
        }
        return path;
    }
}
