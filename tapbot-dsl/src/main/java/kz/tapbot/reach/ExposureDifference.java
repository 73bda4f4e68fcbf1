package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;

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

    /**
     * What changes on servers that were each declared at a time of their own.
     *
     * @param before what each server was declared in, as a part of the whole of then, the same object where it is the same; of a server
     *     that is missing nothing was there
     * @param after what is declared now; a server that is not in it loses everything
     */
    public static ExposureDifference between(SortedMap<ServerName, Topology> before, Topology after) {
        Set<Topology> told = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Exposure> then = new ArrayList<>();
        for (Topology topology : before.values()) {
            if (told.add(topology)) {
                Reachability.of(topology).exposure().rows().stream()
                        .filter(row -> before.get(row.server()) == topology)
                        .forEach(then::add);
            }
        }
        List<Change> changes = between(
                        new ExposureTable(then), Reachability.of(after).exposure())
                .changes();
        return new ExposureDifference(changes.stream()
                .map(change -> change.kind() == Kind.CLOSES
                        ? new Change(Kind.CLOSES, change.row().withoutPlaces())
                        : change)
                .toList());
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
