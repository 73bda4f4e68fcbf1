package kz.tapbot.runtime.memory.internal.act;

import java.util.Optional;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.memory.internal.engine.Engine;
import kz.tapbot.runtime.memory.internal.engine.SimNetwork;
import kz.tapbot.runtime.memory.internal.engine.SimVolume;
import kz.tapbot.runtime.operation.RemoveNetwork;
import kz.tapbot.runtime.operation.RemoveVolume;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.VolumeResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The engine itself, its images, networks and volumes. */
final class StoreWork {

    private static final String PACKAGE = "docker-ce";

    private final Bench bench;

    StoreWork(Bench bench) {
        this.bench = bench;
    }

    void configure(DaemonResource daemon) {
        bench.refuseOthers(daemon.address());
        bench.host().packages().install(PACKAGE);
        bench.host().units().installed(PACKAGE);
        bench.host().units().bring("docker.service", true, true);
        bench.machine().engine().configure(daemon.settings());
        bench.claim(daemon);
    }

    void pull(Image image) {
        engine().images().pull(image);
    }

    void create(NetworkResource network) {
        SimNetwork old = engine().networks().get(network.name().value());
        if (old == null) {
            engine().createNetwork(
                            network,
                            Optional.of(bench.machine().ownership().mark(bench.topology(), network.address())));
            bench.forget(network.address());
            return;
        }
        bench.machine().ownership().refuseForeign(bench.topology(), network.address(), old.mark());
        if (!old.made().attributes(bench.contents()).equals(network.attributes(bench.contents()))) {
            throw new OperationFailedException(network.address()
                    + " is there already with other settings. A network is not changed but made anew.");
        }
    }

    void remove(RemoveNetwork operation) {
        SimNetwork network = engine().networks().get(operation.name().value());
        if (network != null && isOurs(operation.address(), network.mark())) {
            engine().removeNetwork(operation.name());
            bench.forget(operation.address());
        }
    }

    void create(VolumeResource volume) {
        SimVolume old = engine().volumes().get(volume.name().value());
        if (old == null) {
            engine().createVolume(
                            volume, Optional.of(bench.machine().ownership().mark(bench.topology(), volume.address())));
            bench.forget(volume.address());
            return;
        }
        bench.machine().ownership().refuseForeign(bench.topology(), volume.address(), old.mark());
    }

    void remove(RemoveVolume operation) {
        SimVolume volume = engine().volumes().get(operation.name().value());
        if (volume != null && isOurs(operation.address(), volume.mark())) {
            engine().removeVolume(operation.name());
            bench.forget(operation.address());
        }
    }

    private boolean isOurs(kz.tapbot.model.name.Address address, Optional<Mark> mark) {
        return bench.machine().ownership().isOf(bench.topology(), address, mark);
    }

    private Engine engine() {
        return answering(bench);
    }

    static Engine answering(Bench bench) {
        Engine engine = bench.machine().engine();
        if (!engine.answers()) {
            throw new OperationFailedException(
                    engine.settings().isEmpty()
                            ? "The container engine is not installed."
                            : "The container engine does not answer: docker.service is stopped.");
        }
        return engine;
    }
}
