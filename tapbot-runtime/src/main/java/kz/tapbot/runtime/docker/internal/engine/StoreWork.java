package kz.tapbot.runtime.docker.internal.engine;

import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.model.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.runtime.docker.internal.mark.Labels;
import kz.tapbot.runtime.docker.internal.observe.NetworkReading;
import kz.tapbot.runtime.operation.RemoveNetwork;
import kz.tapbot.runtime.operation.RemoveVolume;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.VolumeResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Networks and volumes. */
final class StoreWork {

    private final Bench bench;

    StoreWork(Bench bench) {
        this.bench = bench;
    }

    void create(NetworkResource network) {
        String doing = "Making network " + network.name();
        Optional<Network> old = network(network.name().value());
        if (old.isPresent()) {
            bench.owners().refuseForeign(network.address(), labels(old.get().getLabels()));
            if (!NetworkReading.attributes(old.get(), Optional.of(network))
                    .equals(network.attributes(bench.context().contents()))) {
                throw new OperationFailedException(network.address()
                        + " is there already with other settings. A network is not changed but made anew.");
            }
            return;
        }
        Map<String, String> labels = Labels.of(bench.owners().mark(network.address()));
        List<Network.Ipam.Config> blocks = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        network.subnet().ifPresent(block -> {
            blocks.add(new Network.Ipam.Config().withSubnet(block.toString()));
            asked.add("subnet");
        });
        network.subnetIpv6().ifPresent(block -> {
            blocks.add(new Network.Ipam.Config().withSubnet(block.toString()));
            asked.add("subnet-ipv6");
        });
        labels.put(Labels.ASKED, String.join(" ", asked));
        bench.engine().ask(doing, () -> {
            CreateNetworkCmd command = bench.engine()
                    .client()
                    .createNetworkCmd()
                    .withName(network.name().value())
                    .withDriver("bridge")
                    .withInternal(network.internal())
                    .withCheckDuplicate(true)
                    .withEnableIpv6(network.subnetIpv6().isPresent())
                    .withLabels(labels);
            return blocks.isEmpty()
                    ? command.exec()
                    : command.withIpam(new Network.Ipam().withConfig(blocks)).exec();
        });
        bench.owners().forget(network.address());
    }

    void remove(RemoveNetwork operation) {
        network(operation.name().value())
                .filter(found -> bench.owners().isOurs(operation.address(), labels(found.getLabels())))
                .ifPresent(found -> {
                    bench.engine()
                            .bring(
                                    "Removing network " + operation.name(),
                                    () -> bench.engine()
                                            .client()
                                            .removeNetworkCmd(found.getId())
                                            .exec());
                    bench.owners().forget(operation.address());
                });
    }

    void create(VolumeResource volume) {
        String name = volume.name().value();
        Optional<InspectVolumeResponse> old = volume(name);
        if (old.isPresent()) {
            bench.owners().refuseForeign(volume.address(), labels(old.get().getLabels()));
            return;
        }
        Map<String, String> labels = Labels.of(bench.owners().mark(volume.address()));
        bench.engine()
                .ask(
                        "Making volume " + name,
                        () -> bench.engine()
                                .client()
                                .createVolumeCmd()
                                .withName(name)
                                .withDriver("local")
                                .withLabels(labels)
                                .exec());
        bench.owners().forget(volume.address());
    }

    void remove(RemoveVolume operation) {
        String name = operation.name().value();
        volume(name)
                .filter(found -> bench.owners().isOurs(operation.address(), labels(found.getLabels())))
                .ifPresent(found -> {
                    bench.engine()
                            .bring(
                                    "Removing volume " + name,
                                    () -> bench.engine()
                                            .client()
                                            .removeVolumeCmd(name)
                                            .exec());
                    bench.owners().forget(operation.address());
                });
    }

    /** Networks of a name: the engine bears several, and only an exact name counts. */
    private Optional<Network> network(String name) {
        return bench
                .engine()
                .ask(
                        "Looking for network " + name,
                        () -> bench.engine()
                                .client()
                                .listNetworksCmd()
                                .withNameFilter(name)
                                .exec())
                .stream()
                .filter(network -> name.equals(network.getName()))
                .findFirst();
    }

    private Optional<InspectVolumeResponse> volume(String name) {
        return bench.engine()
                .find(
                        "Looking for volume " + name,
                        () -> bench.engine().client().inspectVolumeCmd(name).exec());
    }

    static Map<String, String> labels(@org.jspecify.annotations.Nullable Map<String, String> labels) {
        return labels == null ? Map.of() : labels;
    }
}
