package kz.tapbot.runtime.memory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.memory.internal.engine.Images.Behaviour;
import kz.tapbot.runtime.memory.internal.host.Listeners;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.spi.LockHolder;

/** What goes wrong on a simulated server. Everything set here lasts until {@link #clear()}. */
public final class Faults {

    private final Machine machine;
    private final Entrance entrance;

    Faults(Machine machine, Entrance entrance) {
        this.machine = machine;
        this.entrance = entrance;
    }

    /** Containers of an image never become healthy. */
    public Faults neverHealthy(Image image) {
        return behave(image, Behaviour::withUnhealthy);
    }

    /** Containers of an image end right after their start. */
    public Faults crashing(Image image) {
        return behave(image, Behaviour::withCrashes);
    }

    /** Containers of an image take so long to become ready. */
    public Faults slowStart(Image image, Duration ready) {
        return behave(image, behaviour -> behaviour.withReady(ready));
    }

    /** No registry has an image. */
    public Faults missingImage(Image image) {
        return behave(image, Behaviour::withMissing);
    }

    /** Containers of an image write that to their log when they start: anything at all, as real ones may. */
    public Faults says(Image image, List<String> lines) {
        return behave(image, behaviour -> behaviour.withSays(lines));
    }

    /** A program of somebody else listens on a port until the server restarts. */
    public Faults portTaken(Port port, String program) {
        return change(() -> machine.host().listeners().put(port, new Listeners.Listener("process " + program, false)));
    }

    /** The disk has no more room than this beyond what is on it. */
    public Faults freeDisk(DataSize size) {
        return change(() -> machine.host().disk().leave(size.bytes()));
    }

    /** No package can be installed. */
    public Faults packagesFail() {
        return change(() -> machine.host().packages().fail(true));
    }

    /** No source has a package. */
    public Faults missingPackage(PackageName name) {
        return change(() -> machine.host().packages().miss(name.value()));
    }

    /** A unit fails whenever it starts. */
    public Faults unitFails(UnitName name) {
        return change(() -> machine.host().units().fail(name.value()));
    }

    /** The server does not answer. */
    public Faults unreachable() {
        return change(() -> entrance.unreachable(true));
    }

    /** The server refuses our login. */
    public Faults refusesLogin() {
        return change(() -> entrance.refusing(true));
    }

    /** The server shows another host key. */
    public Faults hostKey(HostKeyFingerprint key) {
        return change(() -> entrance.hostKey(Optional.of(key)));
    }

    /** Somebody else holds the lock. */
    public Faults lockHeldBy(LockHolder holder) {
        return change(() -> machine.bolt().take(holder, () -> true, holder));
    }

    /** Everything goes well again. What happened stays: a full disk is full, a dead container dead. */
    public void clear() {
        change(() -> {
            machine.engine().images().mend();
            machine.host().packages().mend();
            machine.host().units().mend();
            machine.host().listeners().boot();
            machine.host().disk().mend();
            machine.bolt().release();
            entrance.unreachable(false);
            entrance.refusing(false);
            entrance.hostKey(Optional.empty());
        });
    }

    private Faults behave(Image image, UnaryOperator<Behaviour> change) {
        return change(() -> machine.engine()
                .images()
                .behave(image, change.apply(machine.engine().images().behaviour(image))));
    }

    private Faults change(Runnable change) {
        synchronized (machine) {
            change.run();
        }
        return this;
    }
}
