package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.memory.internal.machine.Gate;

/** Counts what was done, so that a test can say that a plan wrote nothing. */
public final class Recorder {

    private final Gate gate;

    Recorder(Gate gate) {
        this.gate = gate;
    }

    /** How many operations were performed, those that failed too. */
    public long operations() {
        return gate.operations();
    }

    /** How many operations and writes of state (journal, lock, secrets, undo) there were. */
    public long writes() {
        return gate.effects();
    }

    /** How often a server was looked at. */
    public long observations() {
        return gate.observations();
    }

    /** How often somebody logged in. */
    public long logins() {
        return gate.logins();
    }
}
