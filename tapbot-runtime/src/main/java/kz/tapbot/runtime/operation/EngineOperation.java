package kz.tapbot.runtime.operation;

/** An operation on the container engine of a server. */
public sealed interface EngineOperation extends Operation
        permits ConfigureDaemon,
                PullImage,
                CreateNetwork,
                RemoveNetwork,
                CreateVolume,
                RemoveVolume,
                CreateContainer,
                StartContainer,
                StopContainer,
                RenameContainer,
                RemoveContainer,
                AwaitHealthy,
                MakeProvision,
                RemoveProvision {

    /** Has the operation performed by whoever can. */
    void performedBy(EngineOperations operations);
}
