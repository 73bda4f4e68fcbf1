package kz.tapbot.runtime.memory.internal.host;

import kz.tapbot.runtime.spi.OperationFailedException;

/** How much the one file system of a simulated host holds. */
public final class Disk {

    private static final long SYSTEM = 1_610_612_736L;

    private long capacity;
    private long used = SYSTEM;
    private long fillers;

    /** With so many bytes, of which the system takes its part. */
    public Disk(long capacity) {
        this.capacity = capacity;
    }

    /** Makes it larger or smaller. */
    public void resize(long bytes) {
        capacity = bytes;
    }

    /** Fills it with something else until only so much is free. */
    public void leave(long bytes) {
        fillers += free() - bytes;
    }

    /** Takes away what it was filled with. */
    public void mend() {
        fillers = 0;
    }

    /** Takes bytes. */
    public void take(long bytes, String what) {
        if (bytes > free()) {
            throw new OperationFailedException("Writing " + what + " failed: no space left on device. It needs " + bytes
                    + " bytes and " + free() + " are free. Make room on the server, then apply again.");
        }
        used += bytes;
    }

    /** Gives bytes back. */
    public void giveBack(long bytes) {
        used -= bytes;
    }

    /** The bytes that are free. */
    public long free() {
        return Math.max(0, capacity - used - fillers);
    }
}
