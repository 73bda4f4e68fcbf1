package kz.tapbot.runtime.docker.internal.keep;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.RestartPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.Removal;
import kz.tapbot.runtime.spi.OperationFailedException;

/**
 * The container that holds the volume with what Tapbot keeps, so that no clean-up takes the volume for unused. It always runs; its program appends what it reads
 * to the journal, and the other programs of its image are started in it.
 */
final class StateContainer {

    /** The name of the container and of its volume; no service can be called so. */
    static final String NAME = "tapbot-state";

    /** Where the volume is in it. */
    static final String ROOT = "/state";

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private StateContainer() {}

    /** Looks at it. */
    static Optional<InspectContainerResponse> find(Engine engine) {
        return engine.find(
                "Looking for " + NAME,
                () -> engine.client().inspectContainerCmd(NAME).exec());
    }

    /** Makes and starts it where that is needed, and one of an older Tapbot anew. Its volume stays. */
    static void ensure(Engine engine) {
        long begin = System.nanoTime();
        while (!isRunning(engine)) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new OperationFailedException("The container " + NAME + " does not start.");
            }
        }
    }

    /** Whether it is, in the end. It is not when a run that was killed has asked for it a moment ago: its name is taken then, and it is not there yet. */
    private static boolean isRunning(Engine engine) {
        Optional<InspectContainerResponse> found = find(engine);
        if (found.isPresent()
                && !HelperImage.REFERENCE.equals(found.get().getConfig().getImage())) {
            Removal.of(engine, found.get().getId(), "Replacing the container " + NAME);
            found = Optional.empty();
        }
        if (found.isPresent() && Boolean.TRUE.equals(found.get().getState().getRunning())) {
            return true;
        }
        if (found.isEmpty()) {
            HelperImage.ensure(engine);
            engine.ask(
                    "Making the volume " + NAME,
                    () -> engine.client().createVolumeCmd().withName(NAME).exec());
            engine.claim("Making the container " + NAME, () -> create(engine));
        }
        return engine.find("Starting the container " + NAME, () -> start(engine))
                .isPresent();
    }

    private static boolean start(Engine engine) {
        try {
            engine.client().startContainerCmd(NAME).exec();
        } catch (NotModifiedException e) {
            return true;
        }
        return true;
    }

    private static void create(Engine engine) {
        Mount volume = new Mount().withType(MountType.VOLUME).withSource(NAME).withTarget(ROOT);
        engine.client()
                .createContainerCmd(HelperImage.REFERENCE)
                .withName(NAME)
                .withEntrypoint(TinyProgram.KEEP.path(), ROOT + "/" + EngineJournal.FILE)
                .withStdinOpen(true)
                // What it has repeated is on the disk, so that nothing is gained by waiting for its end.
                .withStopSignal("SIGKILL")
                .withLabels(Map.of("tapbot.role", "state"))
                .withHostConfig(HostConfig.newHostConfig()
                        .withNetworkMode("none")
                        .withMounts(List.of(volume))
                        .withReadonlyRootfs(true)
                        .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE))
                        .withRestartPolicy(RestartPolicy.alwaysRestart()))
                .exec();
    }
}
