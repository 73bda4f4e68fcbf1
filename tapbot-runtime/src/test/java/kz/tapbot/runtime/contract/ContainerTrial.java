package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.runtime.facts.ContainerFacts;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.operation.AwaitHealthy;
import kz.tapbot.runtime.operation.ConfigureDaemon;
import kz.tapbot.runtime.operation.CreateContainer;
import kz.tapbot.runtime.operation.CreateNetwork;
import kz.tapbot.runtime.operation.CreateVolume;
import kz.tapbot.runtime.operation.PullImage;
import kz.tapbot.runtime.operation.RemoveContainer;
import kz.tapbot.runtime.operation.RenameContainer;
import kz.tapbot.runtime.operation.StartContainer;
import kz.tapbot.runtime.operation.StopContainer;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.VolumeResource;
import org.junit.jupiter.api.BeforeEach;

/** A trial with an engine, a network and a volume. */
public abstract class ContainerTrial extends Trial {

    /** A volume that is there. */
    protected static final VolumeName DATA = VolumeName.of("contract-data");

    /** A network that is there. */
    protected static final NetworkName NET = NetworkName.of("contract-net");

    @BeforeEach
    void prepare() {
        DaemonResource daemon = new DaemonResource(server(), new TreeMap<>(), NOTHING);
        VolumeResource volume = new VolumeResource(server(), DATA, NOTHING);
        if (harness.managesHost()) {
            perform(new ConfigureDaemon(daemon.address(), daemon));
        }
        perform(new CreateVolume(volume.address(), volume));
        network(NET, false);
    }

    /** Makes a network. */
    protected final void network(NetworkName name, boolean internal) {
        NetworkResource network =
                new NetworkResource(server(), name, internal, Optional.empty(), Optional.empty(), NOTHING);
        perform(new CreateNetwork(network.address(), network));
    }

    /** The service on the network with the volume. */
    protected final Service.Builder rooted(Service service) {
        return Service.builder()
                .from(service)
                .addNetworks(Attachment.to(new NetworkId(server(), NET)))
                .addMounts(Mount.volume(new VolumeId(server(), DATA), ContainerPath.of("/data")));
    }

    /** The container of a service. */
    protected final ContainerResource container(Service service) {
        return new ContainerResource(server(), service, NOTHING);
    }

    /** Pulls, creates, starts and awaits. */
    protected final ContainerResource run(Service service) {
        ContainerResource container = container(service);
        String name = service.name().value();
        perform(new PullImage(container.address(), service.image()));
        perform(create(container, name), start(container.address(), name), await(container.address(), name));
        return container;
    }

    /** How a container is. */
    protected final Health health(String name) {
        ContainerFacts facts = look().containers().get(name);
        assertThat(facts).as("container %s", name).isNotNull();
        return facts.health();
    }

    /** The names of our containers. */
    protected final List<String> names() {
        return look().containers().keySet().stream().sorted().toList();
    }

    static CreateContainer create(ContainerResource container, String name) {
        return new CreateContainer(container.address(), name, container);
    }

    static StartContainer start(Address address, String name) {
        return new StartContainer(address, name);
    }

    static StopContainer stop(Address address, String name) {
        return new StopContainer(address, name);
    }

    static RemoveContainer remove(Address address, String name) {
        return new RemoveContainer(address, name);
    }

    static RenameContainer rename(Address address, String name, String newName) {
        return new RenameContainer(address, name, newName);
    }

    static AwaitHealthy await(Address address, String name) {
        return new AwaitHealthy(address, name, Duration.ofSeconds(90), Duration.ofSeconds(1));
    }
}
