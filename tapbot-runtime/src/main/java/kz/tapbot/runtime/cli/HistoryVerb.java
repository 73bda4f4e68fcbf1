package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.daily.HistoryRun;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.spi.Cleaned;

/** {@code history}: what was done to each server, by whom, and how it ended, from the journal that is kept on it. */
final class HistoryVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Servers servers = Servers.standing(in, EventListener.NONE);
        Optional<ServerName> only = in.server(servers.topology());
        SortedMap<ServerName, List<HistoryRun>> all =
                servers.runtime().incidents().history(servers.topology());
        all.keySet().removeIf(server -> !only.map(server::equals).orElse(true));
        if (in.json()) {
            List<Json> runs = new ArrayList<>();
            all.forEach((server, history) -> history.forEach(run -> runs.add(json(server, run))));
            in.outExactly(in.document(ExitCode.DONE).put("runs", runs).pretty());
        } else {
            all.forEach((server, history) -> print(in, server, history));
        }
        return ExitCode.DONE;
    }

    private static void print(Invocation in, ServerName server, List<HistoryRun> history) {
        in.out("Server " + server + (history.isEmpty() ? ": nothing was ever done to it." : ""));
        for (HistoryRun run : history) {
            in.out("  " + run.begun() + "  " + (run.who().isEmpty() ? run.run() : Cleaned.line(run.who())) + "  "
                    + outcome(run));
            for (HistoryRun.Step step : run.steps()) {
                in.out("    " + step.address() + "  " + Cleaned.line(step.operation()) + "  " + step.outcome());
            }
        }
    }

    private static String outcome(HistoryRun run) {
        return run.outcome()
                .map(word ->
                        Cleaned.line(word).toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .orElse("not known to have ended");
    }

    private static Json json(ServerName server, HistoryRun run) {
        return new Json()
                .put("server", server)
                .put("run", run.run())
                .put("begun", run.begun())
                .put("who", run.who())
                .put("outcome", outcome(run))
                .put(
                        "steps",
                        run.steps().stream()
                                .map(step -> new Json()
                                        .put("at", step.at())
                                        .put("address", step.address())
                                        .put("operation", step.operation())
                                        .put("outcome", step.outcome()))
                                .toList());
    }
}
