package kz.tapbot.said;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds lines of a test's own source, so that tests of source places survive the formatter. */
final class Lines {

    private Lines() {}

    /** The place of the first line that holds the text, or ends in it if it is a comment, as messages print it. */
    static String of(Class<?> test, String text) {
        Path file = Path.of("src/test/java", test.getName().replace('.', '/') + ".java");
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                boolean found = text.startsWith("//")
                        ? lines.get(i).endsWith(text)
                        : lines.get(i).contains(text);
                if (found) {
                    return "(" + file.getFileName() + ":" + (i + 1) + ")";
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no line with " + text + " in " + file);
    }
}
