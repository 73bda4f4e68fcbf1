package kz.tapbot.runtime.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.DataSize;
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
import kz.tapbot.runtime.daily.Usage;
import kz.tapbot.runtime.memory.internal.engine.Images;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.memory.internal.machine.Chronicle;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.spi.DailyWork;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.SessionContext;

/** Day-to-day work with the containers of a simulated server. */
final class MemoryDaily implements DailyWork {

    /** What every simulated container uses: enough to be seen, and the same every time. */
    private static final double CPU_PERCENT = 1.5;

    private static final long MEMORY = 24L << 20;
    private static final long LAYER = 1L << 20;

    private final Machine machine;
    private final SessionContext context;
    private final MemorySession session;

    MemoryDaily(Machine machine, SessionContext context, MemorySession session) {
        this.machine = machine;
        this.context = context;
        this.session = session;
    }

    @Override
    public ServerUsage usage() {
        return session.read(() -> {
            NavigableMap<String, Usage> all = new TreeMap<>();
            machine.engine().containers().forEach((name, container) -> {
                if (isOurs(container)) {
                    all.put(name, usage(container));
                }
            });
            return new ServerUsage(
                    all,
                    OptionalLong.of(machine.engine().images().all().size() * Images.SIZE),
                    OptionalLong.of(machine.engine().containers().size() * LAYER),
                    OptionalLong.of(machine.engine().volumes().size() * LAYER));
        });
    }

    private static Usage usage(SimContainer container) {
        OptionalLong disk = OptionalLong.of(LAYER);
        if (!container.runs()) {
            return new Usage(OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty(), disk);
        }
        OptionalLong limit = container
                .service()
                .limits()
                .memory()
                .map(DataSize::bytes)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
        return new Usage(OptionalDouble.of(CPU_PERCENT), OptionalLong.of(MEMORY), limit, disk);
    }

    @Override
    public void log(ServiceName service, LogQuery query, Sink<LogLine> sink) {
        new MemoryLog(new ServiceId(machine.name(), service), query, () -> seen(service), sink)
                .read(session.read(() -> machine.pulse().now()));
    }

    /** What a container has said, if it is there, and ours. */
    private Optional<MemoryLog.Seen> seen(ServiceName service) {
        return session.read(() -> Optional.ofNullable(
                        machine.engine().containers().get(service.value()))
                .map(container -> {
                    refuseForeign(container);
                    return new MemoryLog.Seen(container, container.said());
                }));
    }

    @Override
    public int exec(ServiceName service, List<String> command, ExecStreams streams) {
        session.read(() -> {
            SimContainer container = machine.engine().containers().get(service.value());
            if (container == null) {
                throw new OperationFailedException(MemoryLog.missing(new ServiceId(machine.name(), service)));
            }
            refuseForeign(container);
            if (!container.runs()) {
                throw new OperationFailedException("Container " + service + " does not run.");
            }
            return true;
        });
        return MemoryCommand.run(command, streams);
    }

    @Override
    public List<Release> releases(ServiceName service) {
        return session.read(() -> machine.shelf().releases(context.topology(), service));
    }

    @Override
    public Service definition(ServiceName service, int release) {
        return session.read(() -> machine.shelf().definition(context.topology(), service, release));
    }

    @Override
    public void record(Collection<Service> services, OptionalInt rolledBackTo) {
        session.act(false, "record releases", () -> {
            Map<Service, SimContainer> running = new LinkedHashMap<>();
            services.forEach(service -> running.put(service, ours(service.name())));
            running.forEach((service, container) -> machine.shelf()
                    .record(
                            context.topology(),
                            service,
                            container,
                            machine.pulse().now(),
                            context.who(),
                            rolledBackTo));
            return true;
        });
    }

    private SimContainer ours(ServiceName service) {
        SimContainer container = machine.engine().containers().get(service.value());
        if (container == null) {
            throw new OperationFailedException(MemoryLog.missing(new ServiceId(machine.name(), service)));
        }
        refuseForeign(container);
        return container;
    }

    @Override
    public void restore(ServiceName service, int release) {
        session.act(false, "restore an image", () -> {
            Service before = machine.shelf().definition(context.topology(), service, release);
            machine.engine().images().restore(before.image());
            return true;
        });
    }

    @Override
    public Stock stock() {
        return session.read(() -> MemoryStock.of(machine, context.topology()));
    }

    @Override
    public void remove(Leftover leftover) {
        session.act(false, "remove a leftover", () -> {
            MemoryStock.remove(machine, context.topology(), leftover);
            return true;
        });
    }

    @Override
    public SortedSet<String> tags(Image image, Optional<RegistryLogin> login) {
        return session.read(() -> machine.engine().images().tags(image));
    }

    @Override
    public void events(EventQuery query, Sink<EngineEvent> sink) {
        Instant since = query.since().from(session.read(() -> machine.pulse().now()));
        long next = 0;
        do {
            for (Chronicle.Event event : session.read(() -> machine.chronicle().all())) {
                Address about = Address.on(machine.name(), "container", event.container());
                boolean ours = event.mark()
                        .filter(mark -> mark.topology().equals(context.topology()))
                        .isPresent();
                if (event.number() >= next && ours && !event.at().isBefore(since)) {
                    sink.accept(new EngineEvent(about, event.at(), event.what(), ""));
                }
                next = Math.max(next, event.number() + 1);
            }
        } while (query.follow() && sink.isOpen() && MemoryLog.pause());
    }

    private void refuseForeign(SimContainer container) {
        if (!isOurs(container)) {
            throw new OperationFailedException("The container " + container.name() + " on server " + machine.name()
                    + " is not of this topology. It was left alone.");
        }
    }

    private boolean isOurs(SimContainer container) {
        Address address = Address.on(machine.name(), "container", container.name());
        return machine.ownership().isOf(context.topology(), address, container.mark());
    }
}
