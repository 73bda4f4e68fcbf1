package kz.tapbot.runtime.memory.internal.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.service.Mount;
import kz.tapbot.runtime.memory.internal.host.Disk;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.VolumeResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The container engine of a simulated server: what it holds. What runs is {@link Runs}' matter. */
public final class Engine {

    private final NavigableMap<String, SimNetwork> networks = new TreeMap<>();
    private final NavigableMap<String, SimVolume> volumes = new TreeMap<>();
    private final NavigableMap<String, SimContainer> containers = new TreeMap<>();
    private final Subnets subnets = new Subnets();
    private final PortTable ports = new PortTable();
    private final Images images;
    private Optional<SortedMap<String, String>> settings = Optional.empty();
    private boolean running;
    private int made;

    /** Not installed yet. */
    public Engine(Disk disk) {
        images = new Images(disk);
    }

    /** Where a provision is noted in the data of a container. */
    public static String provision(String kind, String name) {
        return "provision " + kind + " " + name;
    }

    /** Its settings, if it is installed. */
    public Optional<SortedMap<String, String>> settings() {
        return settings;
    }

    /** Installs it where it is missing, sets its settings and starts it. */
    public void configure(SortedMap<String, String> newSettings) {
        NavigableMap<String, String> all = new TreeMap<>(settings.orElse(Collections.emptySortedMap()));
        all.putAll(newSettings);
        settings = Optional.of(Collections.unmodifiableSortedMap(all));
        running = true;
    }

    /** Whether it answers. */
    public boolean answers() {
        return running && settings.isPresent();
    }

    /** Starts or stops it; containers go on (live-restore). */
    public void running(boolean runs) {
        running = runs;
    }

    /** Its images. */
    public Images images() {
        return images;
    }

    /** Which container holds which port. */
    public PortTable ports() {
        return ports;
    }

    /** Its networks by name. */
    public SortedMap<String, SimNetwork> networks() {
        return Collections.unmodifiableSortedMap(networks);
    }

    /** Its volumes by name. */
    public SortedMap<String, SimVolume> volumes() {
        return Collections.unmodifiableSortedMap(volumes);
    }

    /** Its containers by name. */
    public SortedMap<String, SimContainer> containers() {
        return Collections.unmodifiableSortedMap(containers);
    }

    /** Makes a network. */
    public void createNetwork(NetworkResource network, Optional<Mark> mark) {
        networks.put(
                network.name().value(),
                new SimNetwork(network, subnets.allocate(network.subnet(), networks.values()), mark));
    }

    /** Removes a network unless something that runs is on it. */
    public void removeNetwork(NetworkName name) {
        for (SimContainer container : containers.values()) {
            if (container.runs() && isOn(container, name)) {
                throw new OperationFailedException("Removing network " + name
                        + " failed: it has active endpoints, among them " + container.name() + ".");
            }
        }
        SimNetwork network = networks.remove(name.value());
        if (network != null) {
            subnets.giveBack(network.subnet());
        }
    }

    /** Makes a volume. */
    public void createVolume(VolumeResource volume, Optional<Mark> mark) {
        volumes.put(volume.name().value(), new SimVolume(volume, mark));
    }

    /** Removes a volume with its data unless a container has it mounted. */
    public void removeVolume(VolumeName name) {
        for (SimContainer container : containers.values()) {
            if (mounts(container, name)) {
                throw new OperationFailedException(
                        "Removing volume " + name + " failed: it is in use by container " + container.name() + ".");
            }
        }
        volumes.remove(name.value());
    }

    /** Removes a volume with its data, whatever mounts it. */
    public void loseVolume(VolumeName name) {
        volumes.remove(name.value());
    }

    /** A directory of the host for the files of the next container. */
    public String nextFiles(String name) {
        return "/var/lib/tapbot/containers/" + name + "." + ++made;
    }

    /** Makes a container. */
    public SimContainer createContainer(
            String name,
            ContainerResource container,
            SortedMap<String, String> attributes,
            SortedMap<String, String> environment,
            Optional<Mark> mark,
            String files) {
        SimContainer fresh = new SimContainer(name, container, attributes, environment, mark, files);
        containers.put(name, fresh);
        return fresh;
    }

    /** Gives a container another name. */
    public void rename(SimContainer container, String newName) {
        containers.remove(container.name());
        container.rename(newName);
        containers.put(newName, container);
    }

    /** Removes a container; its volumes stay. */
    public void remove(SimContainer container) {
        ports.giveBack(container);
        containers.remove(container.name());
    }

    /** Where a container keeps what it stores: its first volume that it may write to, else its own layer, which is lost with it. */
    public Map<String, String> store(SimContainer container) {
        for (Mount mount : container.service().mounts()) {
            if (mount.volume().isPresent() && !mount.readOnly()) {
                SimVolume volume = volumes.get(mount.volume().get().volume().value());
                if (volume != null) {
                    return volume.data();
                }
            }
        }
        return container.layer();
    }

    /** Starts again after a restart of the host. */
    public void boot(Instant now, boolean enabled) {
        running = enabled;
        Runs runs = new Runs(this);
        for (SimContainer container : containers.values()) {
            runs.boot(container, now);
        }
    }

    static boolean isOn(SimContainer container, NetworkName name) {
        return container.service().networks().stream()
                .anyMatch(attachment -> attachment.network().network().equals(name));
    }

    static boolean mounts(SimContainer container, VolumeName name) {
        return container.service().mounts().stream()
                .anyMatch(mount -> mount.volume().isPresent()
                        && mount.volume().get().volume().equals(name));
    }
}
