package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.tapbot.model.name.ServerName;

/**
 * What of every server is reached, and from where: its own ports, what containers publish, routes, permits of links, and what containers
 * of one network reach of each other.
 *
 * @param rows in the order of servers, and in each ports, pages and networks
 */
public record ExposureTable(List<Exposure> rows) {

    /** Copies the rows. */
    public ExposureTable {
        rows = List.copyOf(rows);
    }

    /** The rows of one server. */
    public ExposureTable of(ServerName server) {
        return new ExposureTable(
                rows.stream().filter(row -> row.server().equals(server)).toList());
    }

    /** The table of each server that has rows, in the order of the rows. */
    public Map<ServerName, ExposureTable> byServer() {
        Map<ServerName, List<Exposure>> all = new LinkedHashMap<>();
        rows.forEach(row ->
                all.computeIfAbsent(row.server(), first -> new ArrayList<>()).add(row));
        Map<ServerName, ExposureTable> tables = new LinkedHashMap<>();
        all.forEach((server, of) -> tables.put(server, new ExposureTable(of)));
        return Collections.unmodifiableMap(tables);
    }

    /** The rows that somebody outside the estate's servers and networks sees. */
    public ExposureTable fromOutside() {
        return new ExposureTable(rows.stream()
                .filter(row -> !(row.from() instanceof Source.OfNetwork) && !(row.from() instanceof Source.OfService))
                .toList());
    }

    /** What a change from this table to the other one opens and closes. */
    public ExposureDifference to(ExposureTable after) {
        return ExposureDifference.between(this, after);
    }
}
