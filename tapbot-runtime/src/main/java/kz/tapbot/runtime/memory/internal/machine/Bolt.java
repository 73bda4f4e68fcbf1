package kz.tapbot.runtime.memory.internal.machine;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import kz.tapbot.runtime.spi.LockHolder;

/** The lock of a simulated server; it is held by a session and vanishes with it. */
public final class Bolt {

    private record Held(Object by, BooleanSupplier alive, LockHolder who) {}

    private Optional<Held> held = Optional.empty();

    /** Takes the lock for a session for as long as that is alive; who holds it already, if somebody else does. */
    public Optional<LockHolder> take(Object by, BooleanSupplier alive, LockHolder who) {
        Optional<LockHolder> holder = holder();
        if (holder.isEmpty()) {
            held = Optional.of(new Held(by, alive, who));
        } else if (held.isPresent() && held.get().by() == by) {
            return Optional.empty();
        }
        return holder;
    }

    /** Who holds it. */
    public Optional<LockHolder> holder() {
        if (held.isPresent() && !held.get().alive().getAsBoolean()) {
            held = Optional.empty();
        }
        return held.map(Held::who);
    }

    /** Lets go if it is held by somebody who was made up. */
    public void release() {
        if (held.isPresent() && held.get().by() == held.get().who()) {
            clear();
        }
    }

    /** Nobody holds it any more. */
    public void clear() {
        held = Optional.empty();
    }
}
