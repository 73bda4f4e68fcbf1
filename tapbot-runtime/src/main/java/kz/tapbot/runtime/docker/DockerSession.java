package kz.tapbot.runtime.docker;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.docker.internal.daily.EngineDaily;
import kz.tapbot.runtime.docker.internal.engine.Bench;
import kz.tapbot.runtime.docker.internal.engine.ContainerFiles;
import kz.tapbot.runtime.docker.internal.engine.EngineWork;
import kz.tapbot.runtime.docker.internal.engine.OwnershipWork;
import kz.tapbot.runtime.docker.internal.engine.Unmanaged;
import kz.tapbot.runtime.docker.internal.examine.EngineChecks;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.keep.EngineManifest;
import kz.tapbot.runtime.docker.internal.keep.EngineState;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.mark.Owners;
import kz.tapbot.runtime.docker.internal.observe.EngineObservation;
import kz.tapbot.runtime.docker.internal.observe.Inventory;
import kz.tapbot.runtime.docker.internal.probe.EngineProbes;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.operation.EngineOperations;
import kz.tapbot.runtime.operation.FileOperations;
import kz.tapbot.runtime.operation.OwnershipOperations;
import kz.tapbot.runtime.operation.ProtectionOperations;
import kz.tapbot.runtime.operation.SystemOperations;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.DailyWork;
import kz.tapbot.runtime.spi.HostCheck;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/** A connection to an engine, with what Tapbot keeps there. */
final class DockerSession implements Session {

    private final Engine engine;
    private final SessionContext context;
    private final Cabinet cabinet;
    private final EngineState state;
    private final EngineWork work;
    private final OwnershipWork ownership;
    private final Unmanaged unmanaged;
    private final EngineProbes probes;
    private final EngineDaily daily;
    private volatile Optional<Inventory> begun = Optional.empty();

    DockerSession(Engine engine, Server server, SessionContext context) {
        this.engine = engine;
        this.context = context;
        this.cabinet = new Cabinet(engine);
        this.state =
                new EngineState(engine, cabinet, context.who(), () -> ContainerFiles.removeOrphans(engine, cabinet));
        Owners owners = new Owners(context.topology(), state, new EngineManifest(cabinet));
        Bench bench = new Bench(engine, cabinet, owners, context);
        this.work = new EngineWork(bench);
        this.ownership = new OwnershipWork(bench);
        this.unmanaged = new Unmanaged(engine);
        this.probes = new EngineProbes(engine, server);
        this.daily = new EngineDaily(engine, cabinet, context);
    }

    @Override
    public void beginToObserve() {
        leaveBegun();
        begun = Optional.of(Inventory.begin(engine));
    }

    @Override
    public ServerFacts observe(List<Resource> desired) {
        try (Inventory inventory = begun.orElseGet(() -> Inventory.begin(engine))) {
            return new EngineObservation(engine, context, desired).facts(cabinet, inventory);
        } finally {
            begun = Optional.empty();
        }
    }

    @Override
    public List<HostCheck> examine() {
        return new EngineChecks(engine, cabinet).all();
    }

    private void leaveBegun() {
        begun.ifPresent(Inventory::close);
        begun = Optional.empty();
    }

    @Override
    public SystemOperations system() {
        return unmanaged;
    }

    @Override
    public FileOperations files() {
        return unmanaged;
    }

    @Override
    public ProtectionOperations protection() {
        return unmanaged;
    }

    @Override
    public EngineOperations engine() {
        return work;
    }

    @Override
    public OwnershipOperations ownership() {
        return ownership;
    }

    @Override
    public HostState state() {
        return state;
    }

    @Override
    public ProbeResult probe(Probe probe) {
        return probes.ask(probe);
    }

    @Override
    public DailyWork daily() {
        return daily;
    }

    @Override
    public void close() {
        leaveBegun();
        state.close();
        engine.close();
    }
}
