package kz.tapbot.runtime.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.reach.Exposure;
import kz.tapbot.reach.Verdict;
import kz.tapbot.rule.Estate;
import kz.tapbot.runtime.view.TextTable;

/** The exposure of every server as tables. */
final class ExposureTables {

    private static final List<String> HEAD = List.of("From", "At", "Leads to", "Asks for");

    private ExposureTables() {}

    static List<TextTable> of(Topology topology, Estate estate) {
        Map<ServerName, List<List<String>>> rows = new LinkedHashMap<>();
        topology.servers().forEach(server -> rows.put(server.name(), new ArrayList<>()));
        for (Exposure row : estate.reachability().exposure().rows()) {
            rows.computeIfAbsent(row.server(), first -> new ArrayList<>())
                    .add(List.of(row.from().toString(), row.at(), row.leadsTo().toString(), asked(row)));
        }
        List<TextTable> tables = new ArrayList<>();
        rows.forEach((server, all) -> tables.add(new TextTable("Server " + server, HEAD, all)));
        return tables;
    }

    /** Of a page it matters that it asks for nothing; what listens on a port asks in ways of its own. */
    private static String asked(Exposure row) {
        if (row.verdict() == Verdict.LOGIN) {
            return "a login";
        }
        return row.at().startsWith("http") ? "no login" : "";
    }
}
