package kz.tapbot.runtime.memory;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.memory.internal.engine.Engine;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.memory.internal.engine.SimVolume;
import kz.tapbot.runtime.memory.internal.engine.Vitals;
import kz.tapbot.runtime.memory.internal.host.Listeners;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.memory.internal.observe.ByHand;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.VolumeResource;

/** A simulated container engine by hand: what somebody at the console sees, and changes behind Tapbot's back. None of it counts as an operation. */
public final class MemoryEngine {

    private final Machine machine;
    private final Engine engine;

    MemoryEngine(Machine machine) {
        this.machine = machine;
        engine = machine.engine();
    }

    /** Installs it with its own defaults, or starts it. */
    public void start() {
        change(() -> {
            if (engine.settings().isEmpty()) {
                engine.configure(new TreeMap<>());
            }
            engine.running(true);
        });
    }

    /** Stops it; containers go on. */
    public void stop() {
        change(() -> engine.running(false));
    }

    /** Makes and starts a container that is nobody's we know; its networks and volumes are made with it where they are missing. */
    public void run(Service service) {
        change(() -> run(service, Optional.empty()));
    }

    /** The same with labels that say that it is of a topology, made up by somebody who does not have the server's key. */
    public void runForged(Service service, TopologyName topology) {
        change(() -> run(
                service,
                Optional.of(new Mark(
                        topology,
                        new ContainerResource(machine.name(), service, new TreeSet<>()).address(),
                        "0123456789abcdef0123456789abcdef"))));
    }

    /** Makes a network. */
    public void addNetwork(NetworkName name, boolean internal, Optional<Cidr> subnet) {
        change(() -> engine.createNetwork(
                new NetworkResource(machine.name(), name, internal, subnet, Optional.empty(), new TreeSet<>()),
                Optional.empty()));
    }

    /** Makes a volume. */
    public void addVolume(VolumeName name) {
        change(() -> engine.createVolume(new VolumeResource(machine.name(), name, new TreeSet<>()), Optional.empty()));
    }

    /** Starts a container. */
    public void startContainer(String name) {
        change(() -> machine.runs()
                .start(
                        find(name),
                        machine.pulse().now(),
                        port -> machine.host().listeners().at(port).map(Listeners.Listener::who)));
    }

    /** Stops a container. */
    public void stopContainer(String name) {
        change(() -> machine.runs().stop(find(name), machine.pulse().now()));
    }

    /** Stops and removes a container. */
    public void removeContainer(String name) {
        change(() -> engine.remove(find(name)));
    }

    /** Removes a volume with its data, whatever mounts it. */
    public void removeVolume(VolumeName name) {
        change(() -> engine.loseVolume(name));
    }

    /** The names of all containers with how they are. */
    public SortedMap<String, Health> containers() {
        return see(() -> {
            SortedMap<String, Health> all = new TreeMap<>();
            engine.containers().forEach((name, container) -> all.put(name, health(container)));
            return all;
        });
    }

    /** The environment of a container, as {@code docker inspect} shows it. */
    public SortedMap<String, String> environment(String container) {
        return see(() -> new TreeMap<>(find(container).environment()));
    }

    /** The log of a container as it was written: not cleaned. */
    public List<String> log(String container) {
        return see(() -> find(container).log());
    }

    /** Lets the registry that the engine pulls from have an image. */
    public void publish(Image image) {
        change(() -> engine.images().publish(image));
    }

    /** Writes a line to the log of a container, as its program would. */
    public void say(String container, String line) {
        change(() -> find(container).say(machine.pulse().now(), line));
    }

    /** What a volume holds, by path. */
    public SortedMap<String, String> data(VolumeName volume) {
        return see(() -> new TreeMap<>(volume(volume).data()));
    }

    /** Writes something into a volume, so that its loss can be seen. */
    public void writeData(VolumeName volume, String path, String text) {
        change(() -> volume(volume).data().put(path, text));
    }

    private void run(Service service, Optional<Mark> mark) {
        ContainerResource resource = new ContainerResource(machine.name(), service, new TreeSet<>());
        service.networks().forEach(attachment -> {
            NetworkName name = attachment.network().network();
            if (!engine.networks().containsKey(name.value())) {
                addNetwork(name, false, Optional.empty());
            }
        });
        service.mounts()
                .forEach(mount -> mount.volume().ifPresent(volume -> {
                    if (!engine.volumes().containsKey(volume.volume().value())) {
                        addVolume(volume.volume());
                    }
                }));
        SortedMap<String, String> environment = new TreeMap<>();
        service.environment().forEach((key, value) -> environment.put(key, text(value)));
        SimContainer container = engine.createContainer(
                service.name().value(),
                resource,
                resource.attributes(ByHand.FINGERPRINTS),
                environment,
                mark,
                engine.nextFiles(service.name().value()));
        machine.runs().start(container, machine.pulse().now(), port -> Optional.empty());
        container.age(machine.pulse().now(), java.time.Duration.ofHours(1));
    }

    private Health health(SimContainer container) {
        return Vitals.health(
                container,
                engine.images().behaviour(container.service().image()),
                machine.pulse().now());
    }

    private SimContainer find(String name) {
        SimContainer container = engine.containers().get(name);
        if (container == null) {
            throw new IllegalArgumentException("There is no container " + name + " on " + machine.name() + ", only "
                    + engine.containers().keySet() + ".");
        }
        return container;
    }

    private SimVolume volume(VolumeName name) {
        SimVolume volume = engine.volumes().get(name.value());
        if (volume == null) {
            throw new IllegalArgumentException("There is no volume " + name + " on " + machine.name() + ", only "
                    + engine.volumes().keySet() + ".");
        }
        return volume;
    }

    private static String text(EnvironmentValue value) {
        return value.text().orElse("");
    }

    private <T> T see(Supplier<T> look) {
        synchronized (machine) {
            return look.get();
        }
    }

    private void change(Runnable change) {
        synchronized (machine) {
            change.run();
        }
    }
}
