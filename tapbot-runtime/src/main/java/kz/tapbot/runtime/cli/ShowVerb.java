package kz.tapbot.runtime.cli;

import java.util.List;
import java.util.Map;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.view.EstateSummary;
import kz.tapbot.runtime.view.PortMap;
import kz.tapbot.runtime.view.TextTable;
import kz.tapbot.runtime.view.Thing;
import kz.tapbot.runtime.view.Things;

/** {@code show}: what is declared, as text, JSON or port map. Does not judge, so that what cannot work can be looked at too. */
final class ShowVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        boolean ports = in.arguments().has("--ports");
        if (in.arguments().has("--markdown") && !ports || in.arguments().has("--server") && !ports) {
            throw new UsageException(
                    "--markdown and --server go with --ports.", "For example: show --ports --markdown");
        }
        if (ports && in.arguments().operand().isPresent()) {
            throw new UsageException(
                    "\"show\" takes an address or --ports, not both.", "For one server: show --ports --server NAME");
        }
        Topology topology = in.topology();
        if (ports) {
            ports(in, topology);
        } else if (in.arguments().operand().isPresent()) {
            thing(in, Lookup.find(Things.of(topology), in.arguments().operand().get()));
        } else {
            in.outExactly(in.json() ? TopologyJson.write(topology) : EstateSummary.render(topology));
        }
        return ExitCode.DONE;
    }

    private static void ports(Invocation in, Topology topology) {
        PortMap map =
                in.server(topology).map(server -> PortMap.of(topology, server)).orElseGet(() -> PortMap.of(topology));
        if (in.json()) {
            List<Json> servers = map.servers().stream()
                    .map(server -> new Json()
                            .put("server", server.name())
                            .put(
                                    "tables",
                                    map.tables(server).stream()
                                            .map(ShowVerb::json)
                                            .toList()))
                    .toList();
            in.outExactly(in.document(ExitCode.DONE).put("servers", servers).pretty());
        } else {
            in.outExactly(in.arguments().has("--markdown") ? map.markdown() : map.text());
        }
    }

    private static Json json(TextTable table) {
        return new Json()
                .put("title", table.title())
                .put("columns", table.head())
                .put("rows", table.rows());
    }

    private static void thing(Invocation in, Thing thing) {
        if (in.json()) {
            Json facts = new Json();
            thing.facts().forEach(facts::put);
            in.outExactly(in.document(ExitCode.DONE)
                    .put("address", thing.address())
                    .put("facts", facts)
                    .pretty());
            return;
        }
        in.out(thing.address().toString());
        int width =
                thing.facts().keySet().stream().mapToInt(String::length).max().orElse(0);
        for (Map.Entry<String, String> fact : thing.facts().entrySet()) {
            in.out("  " + fact.getKey() + ":" + " ".repeat(width - fact.getKey().length() + 2) + fact.getValue());
        }
    }
}
