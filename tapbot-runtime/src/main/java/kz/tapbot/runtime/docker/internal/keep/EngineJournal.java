package kz.tapbot.runtime.docker.internal.keep;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.JournalEntry;

/**
 * The journal on an engine: a file for each session that writes, of which the last ones are kept. A file is written whole with every entry, and a run's
 * file is small.
 */
final class EngineJournal {

    private static final String DIRECTORY = "journal";
    private static final int MOST_FILES = 20;
    private static final int MOST_LINES = 4_000;

    private final Cabinet cabinet;
    private final List<String> lines = new ArrayList<>();
    private String file = "";

    EngineJournal(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    synchronized void write(JournalEntry entry) {
        if (file.isEmpty()) {
            begin();
        }
        if (lines.size() == MOST_LINES) {
            lines.remove(1);
        }
        lines.add(text(entry));
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        cabinet.put(List.of(Kept.ofRoot(file, bytes)));
    }

    /** Takes the file of the oldest session, or a new one while there are few. */
    private void begin() {
        SortedMap<String, Kept> all = cabinet.below(DIRECTORY);
        long last = all.values().stream().mapToLong(EngineJournal::number).max().orElse(0);
        lines.add(Long.toString(last + 1));
        file = DIRECTORY + "/" + String.format(java.util.Locale.ROOT, "%02d", (last + 1) % MOST_FILES);
    }

    /** All entries in the files, oldest first. */
    static List<JournalEntry> read(SortedMap<String, Kept> all) {
        List<JournalEntry> entries = new ArrayList<>();
        all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(DIRECTORY + "/"))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingLong(EngineJournal::number))
                .forEach(one ->
                        lines(one).stream().skip(1).forEach(line -> entry(line).ifPresent(entries::add)));
        return entries;
    }

    List<JournalEntry> all() {
        return read(cabinet.below(DIRECTORY));
    }

    /** The last entry of a run that did not end. */
    static Optional<String> interrupted(List<JournalEntry> all) {
        if (all.isEmpty() || all.get(all.size() - 1).phase() == JournalEntry.Phase.RUN_ENDED) {
            return Optional.empty();
        }
        JournalEntry last = all.get(all.size() - 1);
        return Optional.of(Cleaned.line(
                last.at() + " " + last.run() + " " + last.phase() + " " + last.address() + " " + last.operation()));
    }

    private static List<String> lines(Kept file) {
        return new String(file.bytes(), StandardCharsets.UTF_8).lines().toList();
    }

    private static long number(Kept file) {
        try {
            List<String> lines = lines(file);
            return lines.isEmpty() ? 0 : Long.parseLong(lines.get(0));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String text(JournalEntry entry) {
        return entry.at() + "\t" + entry.phase() + "\t" + escaped(entry.run()) + "\t"
                + escaped(entry.address().toString()) + "\t" + escaped(entry.operation());
    }

    /** An entry; nothing for a line that was damaged. */
    private static Optional<JournalEntry> entry(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JournalEntry(
                    plain(parts[2]),
                    Instant.parse(parts[0]),
                    JournalEntry.Phase.valueOf(parts[1]),
                    Address.parse(plain(parts[3])),
                    plain(parts[4])));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                out.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
