package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.reach.Answer;
import kz.tapbot.reach.Exposure;
import kz.tapbot.reach.ExposureDifference;
import kz.tapbot.reach.ExposureTable;
import kz.tapbot.reach.Reachability;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Step;
import kz.tapbot.reach.Target;
import kz.tapbot.reach.Verdict;
import kz.tapbot.reach.Way;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.view.TextTable;

/** {@code reach}: who reaches what, as it is declared, and why; or what differs from another topology. Does not judge, and asks no server. */
final class ReachVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Optional<String> from = in.arguments().value("--from");
        Optional<String> to = in.arguments().value("--to");
        Optional<String> against = in.arguments().value("--against");
        if (from.isPresent() != to.isPresent()) {
            throw new UsageException(
                    "--from and --to go together.", "For example: reach --from internet --to service:data/postgres");
        }
        boolean table = from.isEmpty();
        if (!table && (against.isPresent() || in.arguments().has("--server"))) {
            throw new UsageException(
                    "--from and --to ask one question; --against and --server go with the table.",
                    "For one server: reach --server NAME");
        }
        Topology topology = in.topology();
        Reachability reachability = Reachability.of(topology);
        if (!table) {
            ReachEnds ends = new ReachEnds(topology);
            Source source = ends.known(parsed(from.orElseThrow(), Source::parse));
            answer(in, reachability.ask(source, ends.known(parsed(to.orElseThrow(), Target::parse))));
        } else if (against.isPresent()) {
            ExposureTable before =
                    Reachability.of(UserFile.topology(against.get())).exposure();
            ExposureTable after = reachability.exposure();
            Optional<ServerName> only = in.server(topology);
            difference(
                    in,
                    only.map(before::of).orElse(before).to(only.map(after::of).orElse(after)));
        } else {
            ExposureTable all = reachability.exposure();
            table(in, topology, in.server(topology).map(all::of).orElse(all));
        }
        return ExitCode.DONE;
    }

    private static <T> T parsed(String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (InvalidValueException e) {
            throw new UsageException(
                    "Not understood: " + Shown.of(text) + ".",
                    "From: internet, 198.51.100.7, addresses:admins, server:data, service:data/directus,"
                            + " network:data/web. To: internet, server:data:443, service:data/postgres,"
                            + " service:data/postgres:5432, https://dir.example.com.");
        }
    }

    private static void answer(Invocation in, Answer answer) {
        if (!in.json()) {
            in.out(answer.toString());
            return;
        }
        List<Json> ways = new ArrayList<>();
        for (Way way : answer.ways()) {
            ways.add(new Json()
                    .put("verdict", word(way.verdict()))
                    .put("at", way.at())
                    .put("steps", steps(way.steps())));
        }
        in.outExactly(in.document(ExitCode.DONE)
                .put("from", answer.source().toString())
                .put("to", answer.target().toString())
                .put("verdict", word(answer.verdict()))
                .put("ways", ways)
                .put("closedBy", steps(answer.closedBy()))
                .pretty());
    }

    private static void table(Invocation in, Topology topology, ExposureTable table) {
        if (in.json()) {
            in.outExactly(in.document(ExitCode.DONE)
                    .put("exposures", table.rows().stream().map(ReachVerb::json).toList())
                    .pretty());
            return;
        }
        StringBuilder out = new StringBuilder();
        Map<ServerName, ExposureTable> tables = table.byServer();
        topology.servers().forEach(server -> {
            List<List<String>> rows = tables.getOrDefault(server.name(), new ExposureTable(List.of())).rows().stream()
                    .map(row -> List.of(
                            row.from().toString(),
                            row.at(),
                            row.leadsTo().toString(),
                            row.verdict() == Verdict.LOGIN ? "login" : ""))
                    .toList();
            new TextTable(server.address() + " is reached", List.of("from", "at", "leads to", "asks for"), rows)
                    .text(out);
        });
        in.outExactly(out.isEmpty() ? "Nothing is reached from anywhere.\n" : out.toString());
    }

    private static void difference(Invocation in, ExposureDifference difference) {
        if (in.json()) {
            List<Json> changes = difference.changes().stream()
                    .map(change -> json(change.row())
                            .put(
                                    "change",
                                    change.kind()
                                            .name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-')))
                    .toList();
            in.outExactly(in.document(ExitCode.DONE).put("changes", changes).pretty());
        } else if (difference.isEmpty()) {
            in.out("Nobody reaches anything that was not reached before, and nothing less.");
        } else {
            difference.changes().forEach(change -> in.out(change.toString()));
        }
    }

    private static Json json(Exposure row) {
        return new Json()
                .put("server", row.server().value())
                .put("at", row.at())
                .put("leadsTo", row.leadsTo())
                .put("from", row.from().toString())
                .put("verdict", word(row.verdict()))
                .put("steps", steps(row.steps()));
    }

    private static List<String> steps(List<Step> steps) {
        return steps.stream().map(Step::toString).toList();
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(java.util.Locale.ROOT);
    }
}
