package kz.tapbot.runtime.host;

import java.util.function.Supplier;
import kz.tapbot.runtime.host.internal.act.DaemonWork;
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
import kz.tapbot.runtime.spi.Session;

/** Operations on the engine: the engine itself is installed and set on its server, all else is passed on to it. */
final class HostEngine implements EngineOperations {

    private final Supplier<Session> session;
    private final DaemonWork daemon;

    HostEngine(Supplier<Session> session, DaemonWork daemon) {
        this.session = session;
        this.daemon = daemon;
    }

    private EngineOperations engine() {
        return session.get().engine();
    }

    @Override
    public void configureDaemon(ConfigureDaemon operation) {
        daemon.configure(operation.daemon());
    }

    @Override
    public void pullImage(PullImage operation) {
        engine().pullImage(operation);
    }

    @Override
    public void createNetwork(CreateNetwork operation) {
        engine().createNetwork(operation);
    }

    @Override
    public void removeNetwork(RemoveNetwork operation) {
        engine().removeNetwork(operation);
    }

    @Override
    public void createVolume(CreateVolume operation) {
        engine().createVolume(operation);
    }

    @Override
    public void removeVolume(RemoveVolume operation) {
        engine().removeVolume(operation);
    }

    @Override
    public void createContainer(CreateContainer operation) {
        engine().createContainer(operation);
    }

    @Override
    public void startContainer(StartContainer operation) {
        engine().startContainer(operation);
    }

    @Override
    public void stopContainer(StopContainer operation) {
        engine().stopContainer(operation);
    }

    @Override
    public void renameContainer(RenameContainer operation) {
        engine().renameContainer(operation);
    }

    @Override
    public void removeContainer(RemoveContainer operation) {
        engine().removeContainer(operation);
    }

    @Override
    public void awaitHealthy(AwaitHealthy operation) {
        engine().awaitHealthy(operation);
    }

    @Override
    public void makeProvision(MakeProvision operation) {
        engine().makeProvision(operation);
    }

    @Override
    public void removeProvision(RemoveProvision operation) {
        engine().removeProvision(operation);
    }
}
