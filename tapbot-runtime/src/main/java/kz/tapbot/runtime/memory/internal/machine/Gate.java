package kz.tapbot.runtime.memory.internal.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what is done and says when something is to go wrong. Safe for several threads. */
public final class Gate {

    /** What goes wrong. */
    public enum Trouble {
        /** The process that applies dies. */
        CRASH,
        /** The connection is lost. */
        LOST
    }

    /** What is counted. */
    public enum Count {
        /** Operations. */
        OPERATIONS,
        /** Operations and every write of state: journal, secrets, lock, undo. */
        EFFECTS
    }

    /**
     * Something that will go wrong.
     *
     * @param trouble what
     * @param count of what the number is
     * @param number at the how manieth, from 1
     * @param after whether the effect has happened by then
     */
    public record Trap(Trouble trouble, Count count, long number, boolean after) {}

    private final List<Trap> traps = new ArrayList<>();
    private long operations;
    private long effects;
    private long observations;
    private long logins;

    /** Sets a trap; numbers go on from what has been counted. */
    public synchronized void set(Trouble trouble, Count count, int number, boolean after) {
        long so = count == Count.OPERATIONS ? operations : effects;
        traps.add(new Trap(trouble, count, so + number, after));
    }

    /** Takes all traps away. */
    public synchronized void clear() {
        traps.clear();
    }

    /** Counts an operation or another effect; the trap that it runs into, if any, which is gone by then. */
    public synchronized Optional<Trap> pass(boolean operation) {
        effects++;
        operations += operation ? 1 : 0;
        for (Trap trap : traps) {
            boolean counted = trap.count() == Count.EFFECTS || operation;
            if (counted && trap.number() == (trap.count() == Count.EFFECTS ? effects : operations)) {
                traps.remove(trap);
                return Optional.of(trap);
            }
        }
        return Optional.empty();
    }

    /** Counts a look at the server. */
    public synchronized void observed() {
        observations++;
    }

    /** Counts a login. */
    public synchronized void loggedIn() {
        logins++;
    }

    /** Operations so far. */
    public synchronized long operations() {
        return operations;
    }

    /** Operations and writes of state so far. */
    public synchronized long effects() {
        return effects;
    }

    /** Looks so far. */
    public synchronized long observations() {
        return observations;
    }

    /** Logins so far. */
    public synchronized long logins() {
        return logins;
    }
}
