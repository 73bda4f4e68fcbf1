package kz.tapbot.runtime.memory.internal.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Starts and stops the containers of a simulated engine. */
public final class Runs {

    private static final int RESTARTS = 5;

    private final Engine engine;

    /** Of that engine. */
    public Runs(Engine engine) {
        this.engine = engine;
    }

    /** Starts a container; nothing happens if it runs. */
    public void start(SimContainer container, Instant now, Function<Port, Optional<String>> listeners) {
        if (container.runs() || container.state() == SimContainer.State.RESTARTING) {
            return;
        }
        check(container, listeners);
        run(container, now);
    }

    /** Stops a container; nothing happens if it does not run. */
    public void stop(SimContainer container, Instant now) {
        if (container.runs() || container.state() == SimContainer.State.RESTARTING) {
            engine.ports().giveBack(container);
            container.become(SimContainer.State.EXITED, now);
            container.say(now, "received signal, shutting down");
        }
    }

    /** Whether its ports are opened on the host: a container on internal networks only has none. */
    public boolean publishes(SimContainer container) {
        return container.service().networks().isEmpty()
                || container.service().networks().stream()
                        .map(attachment -> engine.networks().get(name(attachment)))
                        .anyMatch(network -> network != null && !network.made().internal());
    }

    void boot(SimContainer container, Instant now) {
        boolean ran = container.runs() || container.state() == SimContainer.State.RESTARTING;
        stop(container, now);
        boolean again = container.service().restart() == RestartPolicy.ALWAYS
                || ran && container.service().restart() != RestartPolicy.NO;
        if (engine.answers() && again && container.state() == SimContainer.State.EXITED) {
            run(container, now);
        }
    }

    private void run(SimContainer container, Instant now) {
        Images.Behaviour behaviour =
                engine.images().behaviour(container.service().image());
        container.say(now, "starting " + container.service().image());
        behaviour.says().forEach(line -> container.say(now, line));
        if (behaviour.crashes()) {
            boolean again = container.service().restart() != RestartPolicy.NO;
            container.say(now, "fatal: the process ended with exit status 1");
            container.become(again ? SimContainer.State.RESTARTING : SimContainer.State.EXITED, now);
            container.restarted(again ? RESTARTS : 0);
            return;
        }
        container.become(SimContainer.State.RUNNING, now);
        if (publishes(container)) {
            engine.ports().take(container);
        }
    }

    private void check(SimContainer container, Function<Port, Optional<String>> listeners) {
        for (Attachment attachment : container.service().networks()) {
            if (!engine.networks().containsKey(name(attachment))) {
                throw failed(container, "network " + name(attachment) + " not found");
            }
        }
        for (Mount mount : container.service().mounts()) {
            if (mount.volume().isPresent()
                    && !engine.volumes()
                            .containsKey(mount.volume().get().volume().value())) {
                throw failed(container, "volume " + mount.volume().get().volume() + " not found");
            }
        }
        if (publishes(container)) {
            container.service().publications().forEach(publication -> checkPort(container, publication, listeners));
        }
    }

    private void checkPort(
            SimContainer container, Publication publication, Function<Port, Optional<String>> listeners) {
        Optional<String> taken = engine.ports()
                .conflict(publication)
                .map(held -> "container " + held.container().name())
                .or(() -> listeners.apply(publication.host()));
        if (taken.isPresent()) {
            throw failed(container, "port " + publication.host() + " is already taken by " + taken.get());
        }
    }

    private static OperationFailedException failed(SimContainer container, String why) {
        return new OperationFailedException("Starting container " + container.name() + " failed: " + why + ".");
    }

    private static String name(Attachment attachment) {
        return attachment.network().network().value();
    }
}
