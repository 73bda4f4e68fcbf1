package kz.tapbot.runtime.docker.internal.daily;

import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.daily.ServerUsage;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.spi.DailyWork;

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
}
