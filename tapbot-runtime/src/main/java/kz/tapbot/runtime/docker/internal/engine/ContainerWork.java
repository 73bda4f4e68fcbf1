package kz.tapbot.runtime.docker.internal.engine;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.Removal;
import kz.tapbot.runtime.docker.internal.mark.Labels;
import kz.tapbot.runtime.docker.internal.observe.ContainerLook;
import kz.tapbot.runtime.operation.CreateContainer;
import kz.tapbot.runtime.operation.RemoveContainer;
import kz.tapbot.runtime.operation.RenameContainer;
import kz.tapbot.runtime.operation.StartContainer;
import kz.tapbot.runtime.operation.StopContainer;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The life of containers. */
final class ContainerWork {

    /** What the name of a container ends with that still runs while another has taken its name over. */
    private static final String REPLACED = ".before";

    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Bench bench;
    private final Engine engine;

    ContainerWork(Bench bench) {
        this.bench = bench;
        this.engine = bench.engine();
    }

    void create(CreateContainer operation) {
        Service service = operation.container().service();
        String name = operation.name();
        Optional<InspectContainerResponse> old = find(name);
        if (old.isPresent()) {
            refuse(old.get(), name);
            if (isAlready(operation, old.get())) {
                return;
            }
            if (Boolean.TRUE.equals(old.get().getState().getRunning())) {
                throw failed("Making", name, "one with other settings runs under this name");
            }
            dispose(old.get(), name);
        }
        String directory = ContainerFiles.fresh(name);
        ContainerFiles.write(bench.cabinet(), service, bench.context().contents(), directory);
        Mark mark = bench.owners().mark(operation.container().address());
        String files = service.files().isEmpty() ? "" : bench.cabinet().mountpoint() + "/" + directory;
        ContainerWriting writing =
                new ContainerWriting(operation.container(), bench.context().contents(), files);
        try {
            make(writing, service, name, mark, directory);
        } catch (OperationFailedException e) {
            find(name).ifPresent(half -> Removal.of(engine, half.getId(), "Removing container " + name));
            ContainerFiles.remove(bench.cabinet(), directory);
            throw e;
        }
        bench.owners().forget(address(name));
    }

    private void make(ContainerWriting writing, Service service, String name, Mark mark, String directory) {
        String doing = "Making container " + name;
        String id = engine.ask(doing, () -> {
            CreateContainerCmd command =
                    engine.client().createContainerCmd(service.image().value());
            return writing.into(command, name, mark, directory).exec().getId();
        });
        service.networks().stream()
                .skip(1)
                .forEach(attachment -> engine.ask(doing, () -> {
                    connect(id, attachment);
                    return true;
                }));
    }

    private void connect(String id, Attachment attachment) {
        engine.client()
                .connectToNetworkCmd()
                .withNetworkId(attachment.network().network().value())
                .withContainerId(id)
                .withContainerNetwork(ContainerWriting.network(attachment))
                .exec();
    }

    private boolean isAlready(CreateContainer operation, InspectContainerResponse old) {
        String directory = labels(old).getOrDefault(Labels.FILES, "");
        SortedMap<String, String> found = ContainerLook.attributes(
                old,
                engine.find(
                                "Looking at the image",
                                () -> engine.client()
                                        .inspectImageCmd(old.getImageId())
                                        .exec())
                        .map(image -> image.getConfig()),
                Optional.of(operation.container().service()),
                directory.isEmpty() ? Map.of() : ContainerFiles.read(bench.cabinet(), directory),
                bench.context().contents(),
                true);
        return found.equals(operation.container().attributes(bench.context().contents()));
    }

    void start(StartContainer operation) {
        InspectContainerResponse container = ours("Starting", operation.name());
        engine.bring(
                "Starting container " + operation.name(),
                () -> engine.client().startContainerCmd(container.getId()).exec());
    }

    void stop(StopContainer operation) {
        mine(operation.name()).ifPresent(container -> {
            if (operation.name().endsWith(REPLACED)
                    && Boolean.TRUE.equals(container.getState().getRunning())) {
                drain();
            }
            engine.bring(
                    "Stopping container " + operation.name(),
                    () -> engine.client().stopContainerCmd(container.getId()).exec());
        });
    }

    /** Whoever was told the old one's address before the new one took its name comes within this time, and is served by the old one. */
    private static void drain() {
        try {
            Thread.sleep(DRAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void rename(RenameContainer operation) {
        Optional<InspectContainerResponse> container = find(operation.name());
        Optional<InspectContainerResponse> other = find(operation.newName());
        if (container.isEmpty()
                && other.filter(one -> isOurs(one, operation.newName())).isPresent()) {
            return;
        }
        if (container.isEmpty()) {
            throw failed("Renaming", operation.name(), "there is no such container");
        }
        refuse(container.get(), operation.name());
        if (other.isPresent()) {
            throw failed("Renaming", operation.name(), "the name " + operation.newName() + " is taken");
        }
        bench.owners().move(address(operation.name()), address(operation.newName()));
        engine.ask("Renaming container " + operation.name(), () -> {
            engine.client()
                    .renameContainerCmd(container.get().getId())
                    .withName(operation.newName())
                    .exec();
            return true;
        });
    }

    void remove(RemoveContainer operation) {
        mine(operation.name()).ifPresent(container -> dispose(container, operation.name()));
    }

    /** Removes a container; volumes stay, those that only have a number as well: data goes only if it is named. */
    private void dispose(InspectContainerResponse container, String name) {
        Removal.of(engine, container.getId(), "Removing container " + name);
        String directory = labels(container).getOrDefault(Labels.FILES, "");
        if (directory.startsWith(ContainerFiles.DIRECTORY + "/")) {
            ContainerFiles.remove(bench.cabinet(), directory);
        }
        bench.owners().forget(address(name));
    }

    InspectContainerResponse ours(String what, String name) {
        InspectContainerResponse container =
                find(name).orElseThrow(() -> failed(what, name, "there is no such container"));
        refuse(container, name);
        return container;
    }

    Optional<InspectContainerResponse> find(String name) {
        return engine.find(
                "Looking at container " + name,
                () -> engine.client().inspectContainerCmd(name).exec());
    }

    private Optional<InspectContainerResponse> mine(String name) {
        return find(name).filter(container -> isOurs(container, name));
    }

    private boolean isOurs(InspectContainerResponse container, String name) {
        return bench.owners().isOurs(address(name), labels(container));
    }

    private void refuse(InspectContainerResponse container, String name) {
        bench.owners().refuseForeign(address(name), labels(container));
    }

    private Address address(String name) {
        return bench.address("container", name);
    }

    private static Map<String, String> labels(InspectContainerResponse container) {
        return StoreWork.labels(container.getConfig().getLabels());
    }

    static OperationFailedException failed(String what, String name, String why) {
        return new OperationFailedException(what + " container " + name + " failed: " + why + ".");
    }
}
