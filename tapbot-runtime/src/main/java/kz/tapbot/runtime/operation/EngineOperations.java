package kz.tapbot.runtime.operation;

/**
 * Performs operations on the container engine of a server: one method a kind, so that a new kind does not compile until every driver knows it. Each method is
 * safe to repeat, returns when the effect is there, and throws {@code kz.tapbot.runtime.spi.OperationFailedException} when it is not.
 */
public interface EngineOperations {

    /** Installs the engine where it is missing, and sets its settings. */
    void configureDaemon(ConfigureDaemon operation);

    /** Brings an image to the server. Nothing that runs is touched. */
    void pullImage(PullImage operation);

    /** Makes a network. */
    void createNetwork(CreateNetwork operation);

    /** Removes a network of ours. */
    void removeNetwork(RemoveNetwork operation);

    /** Makes a volume. */
    void createVolume(CreateVolume operation);

    /** Removes a volume of ours with its data. */
    void removeVolume(RemoveVolume operation);

    /** Makes a container without starting it, and writes the files it is given. */
    void createContainer(CreateContainer operation);

    /** Starts a container. */
    void startContainer(StartContainer operation);

    /** Stops a container within its grace time. */
    void stopContainer(StopContainer operation);

    /** Gives a container another name. */
    void renameContainer(RenameContainer operation);

    /** Removes a container of ours; its volumes stay. Nothing happens if it is gone. */
    void removeContainer(RemoveContainer operation);

    /** Waits until a container is healthy, or for one without a health check until it has run for the stable time. */
    void awaitHealthy(AwaitHealthy operation);

    /** Makes something inside a running service. */
    void makeProvision(MakeProvision operation);

    /** Forgets something inside a service; what it holds stays unless the service removes it itself. */
    void removeProvision(RemoveProvision operation);
}
