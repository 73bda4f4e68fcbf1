package kz.tapbot.runtime.docker.internal.keep;

import java.util.Arrays;

/** A file that is kept on an engine. */
public final class Kept {

    private final String path;
    private final byte[] bytes;
    private final int mode;
    private final int owner;

    /**
     * A file.
     *
     * @param path where, without a slash before it
     * @param bytes what is in it; not copied, so that it can be wiped
     * @param mode its permission bits
     * @param owner its user id
     */
    public Kept(String path, byte[] bytes, int mode, int owner) {
        this.path = path;
        this.bytes = bytes;
        this.mode = mode;
        this.owner = owner;
    }

    /** Readable by root alone. */
    public static Kept ofRoot(String path, byte[] bytes) {
        return new Kept(path, bytes, 0400, 0);
    }

    /** Where it is, without a slash before it. */
    public String path() {
        return path;
    }

    /** What is in it. */
    public byte[] bytes() {
        return bytes;
    }

    /** Its permission bits. */
    public int mode() {
        return mode;
    }

    /** Its user id. */
    public int owner() {
        return owner;
    }

    /** Overwrites what is in it here in memory. */
    public void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }

    /** Never what is in it. */
    @Override
    public String toString() {
        return path;
    }
}
