package kz.tapbot.runtime.memory.internal.act;

import kz.tapbot.runtime.operation.AwaitHealthy;
import kz.tapbot.runtime.operation.ConfigureDaemon;
import kz.tapbot.runtime.operation.CreateContainer;
import kz.tapbot.runtime.operation.CreateNetwork;
import kz.tapbot.runtime.operation.CreateVolume;
import kz.tapbot.runtime.operation.EngineOperations;
import kz.tapbot.runtime.operation.MakeProvision;
import kz.tapbot.runtime.operation.PullImage;
import kz.tapbot.runtime.operation.RemoveContainer;
import kz.tapbot.runtime.operation.RemoveNetwork;
import kz.tapbot.runtime.operation.RemoveProvision;
import kz.tapbot.runtime.operation.RemoveVolume;
import kz.tapbot.runtime.operation.RenameContainer;
import kz.tapbot.runtime.operation.StartContainer;
import kz.tapbot.runtime.operation.StopContainer;

/** Operations on the container engine, each passed to whoever knows that kind of thing. */
public final class EngineWork implements EngineOperations {

    private final Bench bench;
    private final StoreWork stores;
    private final ContainerWork containers;
    private final ProvisionWork provisions;

    /** With that bench. */
    public EngineWork(Bench bench) {
        this.bench = bench;
        stores = new StoreWork(bench);
        containers = new ContainerWork(bench);
        provisions = new ProvisionWork(bench);
    }

    @Override
    public void configureDaemon(ConfigureDaemon operation) {
        bench.guard().perform(operation, () -> stores.configure(operation.daemon()));
    }

    @Override
    public void pullImage(PullImage operation) {
        bench.guard().perform(operation, () -> stores.pull(operation.image()));
    }

    @Override
    public void createNetwork(CreateNetwork operation) {
        bench.guard().perform(operation, () -> stores.create(operation.network()));
    }

    @Override
    public void removeNetwork(RemoveNetwork operation) {
        bench.guard().perform(operation, () -> stores.remove(operation));
    }

    @Override
    public void createVolume(CreateVolume operation) {
        bench.guard().perform(operation, () -> stores.create(operation.volume()));
    }

    @Override
    public void removeVolume(RemoveVolume operation) {
        bench.guard().perform(operation, () -> stores.remove(operation));
    }

    @Override
    public void createContainer(CreateContainer operation) {
        bench.guard().perform(operation, () -> containers.create(operation));
    }

    @Override
    public void startContainer(StartContainer operation) {
        bench.guard().perform(operation, () -> containers.start(operation));
    }

    @Override
    public void stopContainer(StopContainer operation) {
        bench.guard().perform(operation, () -> containers.stop(operation));
    }

    @Override
    public void renameContainer(RenameContainer operation) {
        bench.guard().perform(operation, () -> containers.rename(operation));
    }

    @Override
    public void removeContainer(RemoveContainer operation) {
        bench.guard().perform(operation, () -> containers.remove(operation));
    }

    @Override
    public void awaitHealthy(AwaitHealthy operation) {
        bench.guard().perform(operation, () -> containers.await(operation));
    }

    @Override
    public void makeProvision(MakeProvision operation) {
        bench.guard().perform(operation, () -> provisions.make(operation));
    }

    @Override
    public void removeProvision(RemoveProvision operation) {
        bench.guard().perform(operation, () -> provisions.remove(operation));
    }
}
