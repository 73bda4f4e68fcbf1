package kz.tapbot.runtime.docker.internal.daily;

import com.github.dockerjava.api.model.Container;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.daily.EngineEvent;
import kz.tapbot.runtime.daily.EventQuery;
import kz.tapbot.runtime.daily.ExecStreams;
import kz.tapbot.runtime.daily.Leftover;
import kz.tapbot.runtime.daily.LogLine;
import kz.tapbot.runtime.daily.LogQuery;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.daily.ServerUsage;
import kz.tapbot.runtime.daily.Sink;
import kz.tapbot.runtime.daily.Stock;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.registry.Credentials;
import kz.tapbot.runtime.docker.internal.registry.Registry;
import kz.tapbot.runtime.docker.internal.release.Shelf;
import kz.tapbot.runtime.spi.Contents;
import kz.tapbot.runtime.spi.DailyWork;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.SessionContext;

/** Day-to-day work with the containers of one topology on an engine. */
public final class EngineDaily implements DailyWork {

    private final Engine engine;
    private final OurContainers containers;
    private final Shelf shelf;
    private final Cabinet cabinet;
    private final TopologyName topology;
    private final Contents contents;

    /** On that engine, for a session. */
    public EngineDaily(Engine engine, Cabinet cabinet, SessionContext context) {
        this.engine = engine;
        this.cabinet = cabinet;
        this.topology = context.topology();
        this.contents = context.contents();
        this.containers = new OurContainers(engine, cabinet, context.topology());
        this.shelf = new Shelf(engine, cabinet, context.topology(), context.who());
    }

    @Override
    public ServerUsage usage() {
        return new UsageReading(engine).read(containers.all());
    }

    @Override
    public void log(ServiceName service, LogQuery query, Sink<LogLine> sink) {
        new LogReading(engine, containers, new ServiceId(engine.server(), service), query, sink).read();
    }

    @Override
    public int exec(ServiceName service, List<String> command, ExecStreams streams) {
        Container container = containers.one(service.value());
        if (!"running".equals(container.getState())) {
            throw new OperationFailedException("Container " + service + " does not run.");
        }
        return new Execution(engine, service.value(), streams).run(container.getId(), command);
    }

    @Override
    public List<Release> releases(ServiceName service) {
        return shelf.releases(service);
    }

    @Override
    public Service definition(ServiceName service, int release) {
        return shelf.definition(service, release);
    }

    @Override
    public void record(Collection<Service> services, OptionalInt rolledBackTo) {
        SortedMap<String, Container> all = containers.all();
        List<Shelf.Running> running = services.stream()
                .map(service ->
                        new Shelf.Running(service, containers.one(service.name().value(), all)))
                .toList();
        shelf.record(running, rolledBackTo);
    }

    @Override
    public void restore(ServiceName service, int release) {
        shelf.restore(service, release);
    }

    @Override
    public Stock stock() {
        return new StockWork(engine, shelf).stock(containers.all().keySet());
    }

    @Override
    public void remove(Leftover leftover) {
        new StockWork(engine, shelf).remove(leftover);
    }

    @Override
    public SortedSet<String> tags(Image image, Optional<RegistryLogin> login) {
        return Registry.tags(image, Credentials.of(login, contents));
    }

    @Override
    public void events(EventQuery query, Sink<EngineEvent> sink) {
        new EventReading(engine, cabinet, topology, sink).read(query, LogReading.now(engine));
    }
}
