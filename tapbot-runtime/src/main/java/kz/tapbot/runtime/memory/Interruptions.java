package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.memory.internal.machine.Gate;
import kz.tapbot.runtime.memory.internal.machine.Gate.Count;
import kz.tapbot.runtime.memory.internal.machine.Gate.Trouble;

/**
 * Sets where an apply is interrupted. Numbers count from now, the next one is 1. An <em>operation</em> is what a plan's steps do; an <em>effect</em> is an operation
 * or a write of what Tapbot keeps for itself: lock, journal, secrets, undo. Each happens once.
 */
public final class Interruptions {

    private final Gate gate;

    Interruptions(Gate gate) {
        this.gate = gate;
    }

    /** Kills the process just before an operation has its effect. */
    public Interruptions crashBefore(int operation) {
        return set(Trouble.CRASH, Count.OPERATIONS, operation, false);
    }

    /** Kills the process just after an operation has had its effect. */
    public Interruptions crashAfter(int operation) {
        return set(Trouble.CRASH, Count.OPERATIONS, operation, true);
    }

    /** Kills the process just before an effect. */
    public Interruptions crashBeforeEffect(int effect) {
        return set(Trouble.CRASH, Count.EFFECTS, effect, false);
    }

    /** Kills the process just after an effect. */
    public Interruptions crashAfterEffect(int effect) {
        return set(Trouble.CRASH, Count.EFFECTS, effect, true);
    }

    /** Cuts the session's connection while an operation is on its way: it has no effect. */
    public Interruptions loseConnectionBefore(int operation) {
        return set(Trouble.LOST, Count.OPERATIONS, operation, false);
    }

    /** Cuts the session's connection while an operation's answer is on its way: it has had its effect. */
    public Interruptions loseConnectionAfter(int operation) {
        return set(Trouble.LOST, Count.OPERATIONS, operation, true);
    }

    /** Takes back what was set and has not happened. */
    public void clear() {
        gate.clear();
    }

    private Interruptions set(Trouble trouble, Count count, int number, boolean after) {
        if (number < 1) {
            throw new IllegalArgumentException("Operations are counted from 1, not " + number + ".");
        }
        gate.set(trouble, count, number, after);
        return this;
    }
}
