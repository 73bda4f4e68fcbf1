package kz.tapbot.runtime.docker.internal.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.runtime.docker.internal.link.ContainerList;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.RawJson;
import kz.tapbot.runtime.docker.internal.link.Together;
import kz.tapbot.runtime.docker.internal.mark.Labels;
import kz.tapbot.runtime.spi.OperationFailedException;

/**
 * What an engine says is there, whoever looks and whatever is declared: a list of each kind side by side, then a look at each container, side by side. It is asked from
 * the moment it begins on; its threads have ended when it is closed.
 */
public final class Inventory implements AutoCloseable {

    private static final String ASKING = "Asking for the engine";

    private final Engine engine;
    private final Together together = new Together();
    private final Together.Pending<JsonNode> info;
    private final Together.Pending<List<Network>> networks;
    private final Together.Pending<List<InspectVolumeResponse>> volumes;
    private final Together.Pending<Containers> containers;

    /**
     * What containers there are, but Tapbot's own helpers.
     *
     * @param all by name
     * @param images what each of their images says, by its id
     */
    record Containers(Map<String, InspectContainerResponse> all, Map<String, Optional<ContainerConfig>> images) {}

    private Inventory(Engine engine) {
        this.engine = engine;
        // Three values of some sixty: docker-java's type for all takes a tenth of what a process that has
        // nothing to do spends.
        this.info = together.begin(() -> RawJson.get(engine, ASKING, "/info")
                .orElseThrow(() -> new OperationFailedException(ASKING + " failed.")));
        this.networks = together.begin(() -> engine.ask(
                "Listing networks", () -> engine.client().listNetworksCmd().exec()));
        this.volumes = together.begin(() -> engine.ask(
                "Listing volumes", () -> engine.client().listVolumesCmd().exec().getVolumes()));
        this.containers = together.begin(() -> inspect(ContainerList.all(engine)));
    }

    /** Begins to ask. */
    public static Inventory begin(Engine engine) {
        return new Inventory(engine);
    }

    /** The engine itself. */
    JsonNode info() {
        return info.get();
    }

    /** Its networks. */
    List<Network> networks() {
        return networks.get();
    }

    /** Its volumes. */
    List<InspectVolumeResponse> volumes() {
        return volumes.get();
    }

    /** Its containers. */
    Containers containers() {
        return containers.get();
    }

    /** For more questions. */
    Together together() {
        return together;
    }

    private Containers inspect(List<Container> listed) {
        List<Together.Pending<Optional<InspectContainerResponse>>> pending = new ArrayList<>();
        for (Container container : listed) {
            boolean helper =
                    container.getLabels() != null && container.getLabels().containsKey(Labels.PREFIX + "role");
            if (!helper && container.getNames().length > 0) {
                pending.add(together.begin(() -> engine.find(
                        "Looking at a container",
                        () -> engine.client()
                                .inspectContainerCmd(container.getId())
                                .exec())));
            }
        }
        Map<String, InspectContainerResponse> all = new HashMap<>();
        pending.forEach(one -> one.get().ifPresent(found -> all.put(ContainerReading.name(found), found)));
        Map<String, Together.Pending<Optional<ContainerConfig>>> configs = new HashMap<>();
        all.values()
                .forEach(found -> configs.computeIfAbsent(
                        found.getImageId(),
                        id -> together.begin(() -> engine.find(
                                "Looking at an image",
                                () -> engine.client().inspectImageCmd(id).exec().getConfig()))));
        Map<String, Optional<ContainerConfig>> images = new HashMap<>();
        configs.forEach((id, config) -> images.put(id, config.get()));
        return new Containers(all, images);
    }

    @Override
    public void close() {
        together.close();
    }
}
