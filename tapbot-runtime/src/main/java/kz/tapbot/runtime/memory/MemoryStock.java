package kz.tapbot.runtime.memory;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.daily.EngineImage;
import kz.tapbot.runtime.daily.Leftover;
import kz.tapbot.runtime.daily.Stock;
import kz.tapbot.runtime.memory.internal.engine.Images;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.memory.internal.machine.Shelf;

/** The images of a simulated engine, and which of them are needed. */
final class MemoryStock {

    private MemoryStock() {}

    static Stock of(Machine machine, TopologyName topology) {
        Set<Image> used = used(machine);
        List<EngineImage> images = machine.engine().images().all().stream()
                .map(image -> new EngineImage(
                        Shelf.id(image), new TreeSet<>(List.of(image.value())), Images.SIZE, used.contains(image)))
                .toList();
        SortedSet<ServiceName> ours = new TreeSet<>();
        for (SimContainer container : machine.engine().containers().values()) {
            Address address = Address.on(machine.name(), "container", container.name());
            if (machine.ownership().isOf(topology, address, container.mark())) {
                ours.add(container.service().name());
            }
        }
        return new Stock(images, machine.shelf().needs(), ours);
    }

    static void remove(Machine machine, TopologyName topology, Leftover leftover) {
        if (leftover instanceof Leftover.OldReleases old) {
            machine.shelf().close(topology, old.service());
        } else if (leftover instanceof Leftover.OldImage image) {
            Set<Image> used = used(machine);
            image.names().stream()
                    .map(Image::of)
                    .filter(one -> !used.contains(one))
                    .forEach(one -> machine.engine().images().remove(one));
        }
    }

    private static Set<Image> used(Machine machine) {
        return machine.engine().containers().values().stream()
                .map(container -> container.service().image())
                .collect(Collectors.toSet());
    }
}
