package kz.tapbot.runtime.docker.internal.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.operation.Adopt;
import kz.tapbot.runtime.operation.Disown;
import kz.tapbot.runtime.operation.OwnershipOperations;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Takes things over and lets them go; labels cannot be changed, so that the manifest says it. */
public final class OwnershipWork implements OwnershipOperations {

    private final Bench bench;

    /** With that bench. */
    public OwnershipWork(Bench bench) {
        this.bench = bench;
    }

    @Override
    public void adopt(Adopt operation) {
        Address address = operation.address();
        Map<String, String> labels = labels(address)
                .orElseThrow(() ->
                        new OperationFailedException(address + " is not there, so that there is nothing to adopt."));
        if (!bench.owners().isOurs(address, labels)) {
            bench.owners().claim(address, List.of());
        }
    }

    @Override
    public void disown(Disown operation) {
        Address address = operation.address();
        labels(address)
                .filter(labels -> bench.owners().isOurs(address, labels))
                .ifPresent(labels -> bench.owners().disown(address));
    }

    /** The labels of a thing that is there. */
    private Optional<Map<String, String>> labels(Address address) {
        String name = address.rest();
        Engine engine = bench.engine();
        String doing = "Looking at " + address;
        return switch (address.kind()) {
            case "container" ->
                engine.find(
                                doing,
                                () -> engine.client().inspectContainerCmd(name).exec())
                        .map(found -> StoreWork.labels(found.getConfig().getLabels()));
            case "volume" ->
                engine.find(doing, () -> engine.client().inspectVolumeCmd(name).exec())
                        .map(found -> StoreWork.labels(found.getLabels()));
            case "network" ->
                engine.find(
                                doing,
                                () -> engine.client()
                                        .inspectNetworkCmd()
                                        .withNetworkId(name)
                                        .exec())
                        .map(found -> StoreWork.labels(found.getLabels()));
            default -> Optional.of(Map.of());
        };
    }
}
