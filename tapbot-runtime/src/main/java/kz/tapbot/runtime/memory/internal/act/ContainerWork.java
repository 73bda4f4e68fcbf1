package kz.tapbot.runtime.memory.internal.act;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.runtime.memory.internal.engine.Engine;
import kz.tapbot.runtime.memory.internal.engine.Images;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.memory.internal.engine.Vitals;
import kz.tapbot.runtime.memory.internal.host.Listeners;
import kz.tapbot.runtime.operation.AwaitHealthy;
import kz.tapbot.runtime.operation.CreateContainer;
import kz.tapbot.runtime.operation.RemoveContainer;
import kz.tapbot.runtime.operation.RenameContainer;
import kz.tapbot.runtime.operation.StartContainer;
import kz.tapbot.runtime.operation.StopContainer;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The life of containers. */
final class ContainerWork {

    private final Bench bench;

    ContainerWork(Bench bench) {
        this.bench = bench;
    }

    void create(CreateContainer operation) {
        ContainerResource wanted = operation.container();
        SortedMap<String, String> attributes = wanted.attributes(bench.contents());
        SimContainer old = engine().containers().get(operation.name());
        if (old != null) {
            refuse(old);
            if (old.attributes().equals(attributes)) {
                return;
            }
            if (old.runs()) {
                throw failed("Making", operation.name(), "one with other settings runs under this name");
            }
            dispose(old);
        }
        if (!engine().images().has(wanted.service().image())) {
            throw failed(
                    "Making",
                    operation.name(),
                    "no such image: " + wanted.service().image());
        }
        String files = engine().nextFiles(operation.name());
        writeFiles(wanted, files);
        Mark mark = bench.machine().ownership().mark(bench.topology(), wanted.address());
        note(
                engine().createContainer(
                                operation.name(), wanted, attributes, environment(wanted), Optional.of(mark), files),
                "create");
        bench.forget(address(operation.name()));
    }

    private void note(SimContainer container, String what) {
        bench.machine().chronicle().note(now(), container.name(), container.mark(), what);
    }

    void start(StartContainer operation) {
        SimContainer container = ours("Starting", operation.name());
        boolean ran = container.runs();
        bench.machine()
                .runs()
                .start(
                        container,
                        now(),
                        port -> bench.host().listeners().at(port).map(Listeners.Listener::who));
        if (!ran) {
            note(container, "start");
        }
    }

    void stop(StopContainer operation) {
        SimContainer container = engine().containers().get(operation.name());
        if (container != null && isOurs(container)) {
            if (container.runs()) {
                note(container, "stop");
            }
            bench.machine().runs().stop(container, now());
        }
    }

    void rename(RenameContainer operation) {
        SimContainer container = engine().containers().get(operation.name());
        SimContainer other = engine().containers().get(operation.newName());
        if (container == null && other != null && isOurs(other)) {
            return;
        }
        if (container == null) {
            throw failed("Renaming", operation.name(), "there is no such container");
        }
        refuse(container);
        if (other != null) {
            throw failed("Renaming", operation.name(), "the name " + operation.newName() + " is taken");
        }
        bench.machine().manifest().at(address(operation.name())).ifPresent(entry -> {
            bench.machine().manifest().put(address(operation.newName()), entry);
            bench.forget(address(operation.name()));
            bench.machine().ownership().claim(bench.topology(), address(operation.newName()), entry.written());
        });
        engine().rename(container, operation.newName());
        note(container, "rename");
    }

    void remove(RemoveContainer operation) {
        SimContainer container = engine().containers().get(operation.name());
        if (container != null && isOurs(container)) {
            dispose(container);
        }
    }

    void await(AwaitHealthy operation) {
        SimContainer container = ours("Waiting for", operation.name());
        Images.Behaviour behaviour =
                engine().images().behaviour(container.service().image());
        Optional<Duration> settled = Vitals.settled(container, behaviour, operation.stable());
        Instant now = now();
        Duration missing = settled.orElse(operation.limit()).minus(container.age(now));
        Duration waits = missing.compareTo(operation.limit()) > 0 ? operation.limit() : missing;
        container.age(now, container.age(now).plus(waits.isNegative() ? Duration.ZERO : waits));
        if (settled.isPresent() && missing.compareTo(operation.limit()) <= 0) {
            return;
        }
        throw new OperationFailedException(
                "Container " + operation.name()
                        + (container.runs()
                                ? " did not become healthy within "
                                        + operation.limit().toSeconds() + " s."
                                : " does not run: it ended right after its start."),
                Cleaned.lines(container.log()));
    }

    private void dispose(SimContainer container) {
        bench.host().files().removeTree(container.files());
        engine().remove(container);
        note(container, "destroy");
        bench.forget(address(container.name()));
    }

    private void writeFiles(ContainerResource wanted, String directory) {
        try {
            for (ContainerFile file : wanted.service().files()) {
                byte[] bytes = bench.contents().bytes(file.content());
                bench.host()
                        .files()
                        .write(
                                directory + file.path(),
                                bytes,
                                file.mode().bits(),
                                file.owner(),
                                file.content().redacted());
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (OperationFailedException e) {
            bench.host().files().removeTree(directory);
            throw e;
        }
    }

    private SortedMap<String, String> environment(ContainerResource wanted) {
        NavigableMap<String, String> values = new TreeMap<>();
        wanted.service()
                .environment()
                .forEach((name, value) -> values.put(name, bench.contents().value(value)));
        return values;
    }

    private SimContainer ours(String what, String name) {
        SimContainer container = engine().containers().get(name);
        if (container == null) {
            throw failed(what, name, "there is no such container");
        }
        refuse(container);
        return container;
    }

    private void refuse(SimContainer container) {
        bench.machine().ownership().refuseForeign(bench.topology(), address(container.name()), container.mark());
    }

    private boolean isOurs(SimContainer container) {
        return bench.machine().ownership().isOf(bench.topology(), address(container.name()), container.mark());
    }

    private Address address(String name) {
        return Address.on(bench.machine().name(), "container", name);
    }

    private Engine engine() {
        return StoreWork.answering(bench);
    }

    private Instant now() {
        return bench.machine().pulse().now();
    }

    private static OperationFailedException failed(String what, String name, String why) {
        return new OperationFailedException(what + " container " + name + " failed: " + why + ".");
    }
}
