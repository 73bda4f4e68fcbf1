package kz.tapbot.runtime.memory.internal.host;

/**
 * A file, a directory or a link. Values.
 */
public final class Node {

    /** What stands at a path. */
    public enum Kind {
        /** A regular file. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A symbolic link. */
        LINK
    }

    private static final byte[] NOTHING = new byte[0];

    private final Kind kind;
    private final byte[] bytes;
    private final int mode;
    private final int owner;
    private final String target;
    private final String note;
    private final long change;

    private Node(Kind kind, byte[] bytes, int mode, int owner, String target, String note, long change) {
        this.kind = kind;
        this.bytes = bytes;
        this.mode = mode;
        this.owner = owner;
        this.target = target;
        this.note = note;
        this.change = change;
    }

    /** A file; the note says what is in it without its secrets, for comparing whole servers. */
    public static Node file(byte[] bytes, int mode, int owner, String note) {
        return new Node(Kind.FILE, bytes.clone(), mode, owner, "", note, 0);
    }

    /** A directory. */
    public static Node directory(int mode, int owner) {
        return new Node(Kind.DIRECTORY, NOTHING, mode, owner, "", "", 0);
    }

    /** A link to an absolute path. */
    public static Node link(String target) {
        return new Node(Kind.LINK, NOTHING, 0777, 0, target, "", 0);
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** The bytes of a file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** The permission bits. */
    public int mode() {
        return mode;
    }

    /** The numeric user it belongs to. */
    public int owner() {
        return owner;
    }

    /** What a link points to. */
    public String target() {
        return target;
    }

    /** What is in it without its secrets; empty if it was not written by us. */
    public String note() {
        return note;
    }

    /** At the how manieth change of the file system it was written. */
    public long change() {
        return change;
    }

    /** The same, written at that change. */
    Node at(long when) {
        return new Node(kind, bytes, mode, owner, target, note, when);
    }

    /** The same with another mode. */
    public Node withMode(int newMode) {
        return new Node(kind, bytes, newMode, owner, target, note, change);
    }
}
