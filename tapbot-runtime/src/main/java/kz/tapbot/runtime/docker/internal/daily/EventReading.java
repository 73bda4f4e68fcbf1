package kz.tapbot.runtime.docker.internal.daily;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.EventsCmd;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventActor;
import com.github.dockerjava.api.model.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.daily.EngineEvent;
import kz.tapbot.runtime.daily.EventQuery;
import kz.tapbot.runtime.daily.Sink;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.keep.Kit;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.mark.Owners;
import kz.tapbot.runtime.spi.Cleaned;

/** Reads what an engine tells of containers of ours. What is run inside them is left out: an argument may be a secret, and health checks would drown the rest. */
final class EventReading {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Engine engine;
    private final TopologyName topology;
    private final Kit kit;
    private final Sink<EngineEvent> sink;

    EventReading(Engine engine, Cabinet cabinet, TopologyName topology, Sink<EngineEvent> sink) {
        this.engine = engine;
        this.topology = topology;
        this.kit = Kit.read(cabinet);
        this.sink = sink;
    }

    void read(EventQuery query, Instant now) {
        Instant since = query.since().from(now);
        EventsCmd command = engine.client()
                .eventsCmd()
                .withEventTypeFilter(EventType.CONTAINER)
                .withSince(seconds(since));
        if (!query.follow()) {
            command.withUntil(seconds(now.plusSeconds(1)));
        }
        engine.ask("Reading events", () -> {
            try (Hearing open = command.exec(new Hearing())) {
                while (!open.awaitCompletion(PAUSE.toMillis(), TimeUnit.MILLISECONDS) && sink.isOpen()) {
                    // Silence is what most of the time is.
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String seconds(Instant moment) {
        return Long.toString(Math.max(0, moment.getEpochSecond()));
    }

    private final class Hearing extends ResultCallback.Adapter<Event> {

        @Override
        public void onNext(Event event) {
            if (sink.isOpen()) {
                read(event).ifPresent(sink::accept);
            }
        }
    }

    private Optional<EngineEvent> read(Event event) {
        EventActor actor = event.getActor();
        Map<String, String> said = actor == null || actor.getAttributes() == null ? Map.of() : actor.getAttributes();
        String action = event.getAction() == null ? "" : event.getAction();
        String name = said.getOrDefault("name", "");
        if (action.startsWith("exec_") || action.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        Address address = Address.on(engine.server(), "container", Cleaned.line(name));
        // Between two steps of an update a container has another name than its mark says.
        Address marked = Address.on(engine.server(), "container", base(name));
        boolean ours = Owners.owner(address, said, kit.manifest(), kit.marks()).is(topology)
                || Owners.owner(marked, said, kit.manifest(), kit.marks()).is(topology);
        if (!ours) {
            return Optional.empty();
        }
        String detail = said.containsKey("exitCode") ? "exit status " + Cleaned.line(said.get("exitCode")) : "";
        detail = action.equals("rename") ? "was " + Cleaned.line(said.getOrDefault("oldName", "")) : detail;
        return Optional.of(new EngineEvent(address, moment(event), Cleaned.line(action), detail));
    }

    private static String base(String name) {
        int dot = name.indexOf('.');
        return Cleaned.line(dot < 0 ? name : name.substring(0, dot));
    }

    private static Instant moment(Event event) {
        Long nanos = event.getTimeNano();
        if (nanos != null) {
            return Instant.ofEpochSecond(0, nanos);
        }
        return Instant.ofEpochSecond(event.getTime() == null ? 0 : event.getTime());
    }
}
