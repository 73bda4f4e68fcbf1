package kz.tapbot.runtime.docker.internal.keep;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.JournalEntry;

/** The journal as text: an entry a line, its parts between tabs. Lines that were cut off or damaged are passed over. */
public final class JournalText {

    private JournalText() {}

    /** An entry as a line. */
    public static String of(JournalEntry entry) {
        return entry.at() + "\t" + entry.phase() + "\t" + escaped(entry.run()) + "\t"
                + escaped(entry.address().toString()) + "\t" + escaped(entry.operation());
    }

    /** The entries in a text, oldest first. */
    public static List<JournalEntry> entries(String text) {
        return text.lines().map(JournalText::entry).flatMap(Optional::stream).toList();
    }

    /** All entries among the files that are kept, oldest first. */
    static List<JournalEntry> read(Map<String, Kept> files) {
        // When a run was killed while it put the long file away, its lines are in both.
        Set<JournalEntry> entries = new LinkedHashSet<>();
        for (String name : List.of(EngineJournal.BEFORE, EngineJournal.FILE)) {
            Kept file = files.get(name);
            if (file != null) {
                new String(file.bytes(), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> entry(line).ifPresent(entries::add));
            }
        }
        return new ArrayList<>(entries);
    }

    /** The last entry of a run that did not end. */
    public static Optional<String> interrupted(List<JournalEntry> all) {
        if (all.isEmpty() || all.get(all.size() - 1).phase() == JournalEntry.Phase.RUN_ENDED) {
            return Optional.empty();
        }
        JournalEntry last = all.get(all.size() - 1);
        return Optional.of(Cleaned.line(
                last.at() + " " + last.run() + " " + last.phase() + " " + last.address() + " " + last.operation()));
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
                .replace("\r", "\\r")
                .replace("\u0015", "\\k");
    }

    private static String plain(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                out.append(control(text.charAt(++i)));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static char control(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'k' -> '\u0015';
            default -> escaped;
        };
    }
}
