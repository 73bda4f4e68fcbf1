package kz.tapbot.rule.freeze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The text of a baseline: a line in brackets for each rule, below it a line for each violation. Written whole or not at all. */
final class BaselineFile {

    private static final String HEAD = """
            # Violations that were there when these rules were frozen. A run takes out what is mended;
            # what is new breaks the rule. Look at every line that is added here.
            """;

    private static final ConcurrentMap<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path path;

    BaselineFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Rules may be tested side by side, in one process. */
    <T> T locked(Supplier<T> work) {
        ReentrantLock lock = LOCKS.computeIfAbsent(path.toAbsolutePath().normalize(), first -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    SortedMap<String, List<String>> read() {
        SortedMap<String, List<String>> rules = new TreeMap<>();
        if (!Files.exists(path)) {
            return rules;
        }
        List<String> of = new ArrayList<>();
        boolean begun = false;
        int number = 0;
        try {
            for (String line : Files.readAllLines(path)) {
                number++;
                if (line.startsWith("[") && line.endsWith("]")) {
                    of = new ArrayList<>();
                    begun = true;
                    rules.put(plain(line.substring(1, line.length() - 1)), of);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    if (!begun) {
                        throw new IllegalStateException(path + " is no baseline: line " + number
                                + " stands below no rule. Restore the file, or delete it and freeze anew.");
                    }
                    of.add(plain(line.strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The baseline " + path + " cannot be read.", e);
        }
        return rules;
    }

    void write(SortedMap<String, List<String>> rules) {
        StringBuilder text = new StringBuilder(HEAD);
        rules.forEach((rule, violations) -> {
            text.append("\n[").append(escaped(rule)).append("]\n");
            violations.forEach(
                    violation -> text.append("  ").append(escaped(violation)).append('\n'));
        });
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, path.getFileName().toString(), ".new");
            try {
                Files.writeString(fresh, text);
                Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The baseline " + path + " cannot be written.", e);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\' && i + 1 < text.length()) {
                i++;
                char next = text.charAt(i);
                out.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                out.append(letter);
            }
        }
        return out.toString();
    }
}
