package kz.tapbot.runtime.docker.internal.daily;

import com.github.dockerjava.api.model.Container;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.keep.Kit;
import kz.tapbot.runtime.docker.internal.link.ContainerList;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.mark.Owners;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Finds containers of one topology on an engine, by what is kept there and not by what a label claims. */
final class OurContainers {

    private final Engine engine;
    private final Cabinet cabinet;
    private final TopologyName topology;

    OurContainers(Engine engine, Cabinet cabinet, TopologyName topology) {
        this.engine = engine;
        this.cabinet = cabinet;
        this.topology = topology;
    }

    /** All of them by name, stopped ones too. */
    SortedMap<String, Container> all() {
        Kit kit = Kit.read(cabinet);
        SortedMap<String, Container> ours = new TreeMap<>();
        ContainerList.all(engine)
                .forEach(container -> name(container)
                        .filter(name -> isOurs(name, container, kit))
                        .ifPresent(name -> ours.put(name, container)));
        return ours;
    }

    /**
     * One of them.
     *
     * @throws OperationFailedException if there is none of that name, or it is somebody else's
     */
    Container one(String name) {
        return one(name, all());
    }

    /** The same, where all of them are known. */
    Container one(String name, SortedMap<String, Container> all) {
        Container found = all.get(name);
        if (found != null) {
            return found;
        }
        boolean foreign = engine.find(
                        "Looking at container " + name,
                        () -> engine.client().inspectContainerCmd(name).exec())
                .isPresent();
        throw new OperationFailedException(
                foreign
                        ? "The container " + name + " on server " + engine.server()
                                + " is not of this topology. It was left alone."
                        : "There is no container " + name + " on server " + engine.server()
                                + ". \"plan\" shows what is missing.");
    }

    /** The name of a container, if it has one. */
    static Optional<String> name(Container container) {
        String[] names = container.getNames();
        return names == null || names.length == 0 ? Optional.empty() : Optional.of(names[0].substring(1));
    }

    private boolean isOurs(String name, Container container, Kit kit) {
        Map<String, String> labels = container.getLabels() == null ? Map.of() : container.getLabels();
        Address address = Address.on(engine.server(), "container", Cleaned.line(name));
        return Owners.owner(address, labels, kit.manifest(), kit.marks()).is(topology);
    }
}
