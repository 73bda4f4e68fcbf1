package kz.tapbot.runtime.docker.internal.engine;

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
import kz.tapbot.runtime.spi.OperationFailedException;

/** Operations on the engine, each passed to whoever knows that kind of thing. */
public final class EngineWork implements EngineOperations {

    private final Pulling pulling;
    private final StoreWork stores;
    private final ContainerWork containers;
    private final Waiting waiting;
    private final ProvisionWork provisions;
    private final EarlyChecks checks;

    /** With that bench. */
    public EngineWork(Bench bench) {
        pulling = new Pulling(bench);
        stores = new StoreWork(bench);
        containers = new ContainerWork(bench);
        checks = new EarlyChecks(bench.engine());
        waiting = new Waiting(bench.engine(), containers, checks);
        provisions = new ProvisionWork(bench, containers);
    }

    @Override
    public void configureDaemon(ConfigureDaemon operation) {
        throw new OperationFailedException(
                "The engine's own settings belong to its server, which this driver does not manage.");
    }

    @Override
    public void pullImage(PullImage operation) {
        pulling.pull(operation);
    }

    @Override
    public void createNetwork(CreateNetwork operation) {
        stores.create(operation.network());
    }

    @Override
    public void removeNetwork(RemoveNetwork operation) {
        stores.remove(operation);
    }

    @Override
    public void createVolume(CreateVolume operation) {
        stores.create(operation.volume());
    }

    @Override
    public void removeVolume(RemoveVolume operation) {
        stores.remove(operation);
    }

    @Override
    public void createContainer(CreateContainer operation) {
        checks.after(() -> containers.create(operation));
    }

    @Override
    public void startContainer(StartContainer operation) {
        checks.after(() -> containers.start(operation));
    }

    @Override
    public void stopContainer(StopContainer operation) {
        containers.stop(operation);
    }

    @Override
    public void renameContainer(RenameContainer operation) {
        containers.rename(operation);
    }

    @Override
    public void removeContainer(RemoveContainer operation) {
        containers.remove(operation);
    }

    @Override
    public void awaitHealthy(AwaitHealthy operation) {
        waiting.await(operation);
    }

    @Override
    public void makeProvision(MakeProvision operation) {
        provisions.make(operation);
    }

    @Override
    public void removeProvision(RemoveProvision operation) {
        provisions.remove(operation);
    }
}
