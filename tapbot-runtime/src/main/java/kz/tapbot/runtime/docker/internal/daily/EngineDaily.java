package kz.tapbot.runtime.docker.internal.daily;

import com.github.dockerjava.api.model.Container;
import java.util.List;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.daily.ExecStreams;
import kz.tapbot.runtime.daily.LogLine;
import kz.tapbot.runtime.daily.LogQuery;
import kz.tapbot.runtime.daily.ServerUsage;
import kz.tapbot.runtime.daily.Sink;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.spi.DailyWork;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Day-to-day work with the containers of one topology on an engine. */
public final class EngineDaily implements DailyWork {

    private final Engine engine;
    private final OurContainers containers;

    /** On that engine. */
    public EngineDaily(Engine engine, Cabinet cabinet, TopologyName topology) {
        this.engine = engine;
        this.containers = new OurContainers(engine, cabinet, topology);
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
}
