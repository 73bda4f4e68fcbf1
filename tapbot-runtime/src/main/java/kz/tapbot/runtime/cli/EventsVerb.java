package kz.tapbot.runtime.cli;

import java.time.Duration;
import java.util.List;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.apply.CancelToken;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.daily.EngineEvent;
import kz.tapbot.runtime.daily.EventQuery;
import kz.tapbot.runtime.daily.Since;
import kz.tapbot.runtime.event.EventListener;

/** {@code events}: what happened to our containers on the engines, by whomever. */
final class EventsVerb implements Verb {

    private static final Since USUAL = new Since.Ago(Duration.ofHours(1));

    @Override
    public ExitCode run(Invocation in) {
        EventQuery query = new EventQuery(
                in.arguments().has("--follow"),
                in.arguments().value("--since").map(Times::since).orElse(USUAL));
        Servers servers = Servers.standing(in, EventListener.NONE);
        List<ServerName> where = Targets.servers(in, servers.topology());
        CancelToken cancel = new CancelToken();
        Streaming<EngineEvent> out =
                new Streaming<>(in, cancel, event -> in.json() ? json(event).line() : text(event));
        Streaming.untilInterrupted(
                query.follow(), cancel, () -> servers.runtime().daily().events(servers.topology(), where, query, out));
        return ExitCode.DONE;
    }

    private static String text(EngineEvent event) {
        return event.at() + "  " + event.about() + "  " + event.what()
                + (event.detail().isEmpty() ? "" : ", " + event.detail()) + "\n";
    }

    private static Json json(EngineEvent event) {
        return new Json()
                .put("format", Invocation.FORMAT)
                .put("event", "engine")
                .put("about", event.about())
                .put("at", event.at())
                .put("what", event.what())
                .put("detail", event.detail());
    }
}
