package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change of the topology opens and closes.
 *
 * @param changes each change, in the order of the tables
 */
public record ExposureDifference(List<Change> changes) {

    /** How a row changes. */
    public enum Kind {
        /** Reached now, and not before. */
        OPENS("opens"),
        /** Reached as before, but nobody asks for a login any more. */
        LOSES_LOGIN("takes the login away from"),
        /** Reached as before, but a login is asked for now. */
        GAINS_LOGIN("puts a login before"),
        /** Reached before, and not any more. */
        CLOSES("closes");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }
    }

    /**
     * One change.
     *
     * @param kind how it changes
     * @param row the row: as it is afterwards, or was before if it is closed
     */
    public record Change(Kind kind, Exposure row) {

        /** A line: {@code opens 5432/tcp of server:data (service:data/postgres) to the Internet}, with the place of what opens it. */
        @Override
        public String toString() {
            String where = row.at() + " (" + row.leadsTo() + ")";
            String whom = (kind == Kind.OPENS || kind == Kind.CLOSES ? " to " : " for ") + row.from();
            String login = kind == Kind.OPENS && row.verdict() == Verdict.LOGIN ? ", with a login" : "";
            String place = row.steps().isEmpty()
                    ? ""
                    : row.steps()
                            .get(row.steps().size() - 1)
                            .place()
                            .map(at -> " " + at)
                            .orElse("");
            return kind.verb + " " + where + whom + login + place;
        }
    }

    private record Key(String at, String leadsTo) {}

    /** Copies the changes. */
    public ExposureDifference {
        changes = List.copyOf(changes);
    }

    static ExposureDifference between(ExposureTable before, ExposureTable after) {
        Map<Key, Map<Source, Exposure>> old = byKey(before);
        Map<Key, Map<Source, Exposure>> now = byKey(after);
        List<Change> changes = new ArrayList<>();
        now.forEach((key, rows) -> rows.forEach((source, row) -> {
            Map<Source, Exposure> was = old.getOrDefault(key, Map.of());
            Exposure same = was.getOrDefault(source, was.get(Source.INTERNET));
            if (same == null) {
                changes.add(new Change(Kind.OPENS, row));
            } else if (same.verdict() != row.verdict()) {
                changes.add(new Change(row.verdict() == Verdict.OPEN ? Kind.LOSES_LOGIN : Kind.GAINS_LOGIN, row));
            }
        }));
        old.forEach((key, rows) -> rows.forEach((source, row) -> {
            Map<Source, Exposure> is = now.getOrDefault(key, Map.of());
            if (!is.containsKey(source) && !is.containsKey(Source.INTERNET)) {
                changes.add(new Change(Kind.CLOSES, row));
            }
        }));
        return new ExposureDifference(changes);
    }

    private static Map<Key, Map<Source, Exposure>> byKey(ExposureTable table) {
        Map<Key, Map<Source, Exposure>> all = new LinkedHashMap<>();
        for (Exposure row : table.rows()) {
            all.computeIfAbsent(new Key(row.at(), row.leadsTo().toString()), first -> new LinkedHashMap<>())
                    .put(row.from(), row);
        }
        return all;
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** What is more open than before. */
    public List<Change> opened() {
        return changes.stream()
                .filter(change -> change.kind() == Kind.OPENS || change.kind() == Kind.LOSES_LOGIN)
                .toList();
    }
}
