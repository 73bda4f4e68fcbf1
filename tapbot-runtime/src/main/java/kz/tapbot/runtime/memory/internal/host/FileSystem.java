package kz.tapbot.runtime.memory.internal.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The file system of a simulated host. */
public final class FileSystem {

    private static final String[] BASE = {
        "/etc/ssh/sshd_config.d",
        "/etc/sudoers.d",
        "/etc/systemd/system",
        "/etc/sysctl.d",
        "/home",
        "/opt",
        "/root",
        "/run",
        "/srv",
        "/tmp",
        "/usr/local/bin",
        "/usr/local/sbin",
        "/var/backups",
        "/var/lib",
        "/var/log"
    };
    private static final int MOST_LINKS = 40;

    private final NavigableMap<String, Node> nodes = new TreeMap<>();
    private final Disk disk;
    private long changes;

    /** With the directories of a fresh system. */
    public FileSystem(Disk disk) {
        this.disk = disk;
        nodes.put("/", Node.directory(0755, 0));
        for (String path : BASE) {
            makeParents(path + "/x");
        }
        nodes.put("/root", Node.directory(0700, 0));
        nodes.put("/tmp", Node.directory(01777, 0));
        nodes.put("/etc/hostname", Node.file("server\n".getBytes(UTF_8), 0644, 0, ""));
    }

    /** How many changes of files there were. */
    long changes() {
        return changes;
    }

    /** What stands at a path, links on the way followed, a link at its end not. */
    public Optional<Node> at(String path) {
        return Optional.ofNullable(nodes.get(real(path)));
    }

    /** The text of a file, if there is one. */
    public Optional<String> text(String path) {
        return at(path).filter(node -> node.kind() == Node.Kind.FILE).map(node -> new String(node.bytes(), UTF_8));
    }

    /** Writes a file whole; what is missing above it is made, a link at its end is replaced as by rename(2). */
    public void write(String path, byte[] bytes, int mode, int owner) {
        write(path, bytes, mode, owner, "");
    }

    /** The same with a note of what is in it without its secrets. */
    public void write(String path, byte[] bytes, int mode, int owner, String note) {
        String place = real(path);
        Node old = nodes.get(place);
        if (old != null && old.kind() == Node.Kind.DIRECTORY) {
            throw new OperationFailedException("Writing " + path + " failed: it is a directory.");
        }
        disk.take((long) bytes.length - (old == null ? 0 : old.size()), path);
        makeParents(place);
        nodes.put(place, Node.file(bytes, mode, owner, note).at(++changes));
    }

    /** Makes a directory and what is missing above it, or changes its mode. */
    public void makeDirectory(String path, int mode) {
        String place = real(path);
        Node old = nodes.get(place);
        if (old != null && old.kind() != Node.Kind.DIRECTORY) {
            throw new OperationFailedException("Making the directory " + path + " failed: a file is in its place.");
        }
        makeParents(place);
        nodes.put(place, old == null ? Node.directory(mode, 0) : old.withMode(mode));
    }

    /** Puts a link. */
    public void link(String path, String target) {
        String place = real(path);
        makeParents(place);
        nodes.put(place, Node.link(target));
    }

    /** Removes a file or a link; nothing happens if there is none. */
    public void remove(String path) {
        String place = real(path);
        Node node = nodes.get(place);
        if (node != null && node.kind() != Node.Kind.DIRECTORY) {
            nodes.remove(place);
            disk.giveBack(node.size());
        }
    }

    /** Removes a directory if nothing is in it. */
    public void removeIfEmpty(String path) {
        String place = real(path);
        Node node = nodes.get(place);
        if (node != null && node.kind() == Node.Kind.DIRECTORY && below(place).isEmpty()) {
            nodes.remove(place);
        }
    }

    /** Removes a directory and everything below it. */
    public void removeTree(String path) {
        String place = real(path);
        below(place).values().forEach(node -> disk.giveBack(node.size()));
        below(place).clear();
        nodes.remove(place);
    }

    /** Puts back what stood at a path once. */
    public void restore(String path, Optional<Node> before) {
        String place = real(path);
        Node now = nodes.get(place);
        disk.giveBack(now == null ? 0 : now.size());
        if (before.isPresent()) {
            makeParents(place);
            nodes.put(place, before.get().at(++changes));
            disk.take(before.get().size(), path);
        } else if (now != null && now.kind() == Node.Kind.DIRECTORY) {
            removeIfEmpty(path);
        } else {
            nodes.remove(place);
        }
    }

    /** Everything below a directory, by path. */
    public SortedMap<String, Node> below(String directory) {
        String from = directory.equals("/") ? "/" : directory + "/";
        return nodes.subMap(from, false, from.substring(0, from.length() - 1) + '0', false);
    }

    private void makeParents(String path) {
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String parent = path.substring(0, slash);
            Node node = nodes.putIfAbsent(parent, Node.directory(0755, 0));
            if (node != null && node.kind() == Node.Kind.FILE) {
                throw new OperationFailedException("Writing " + path + " failed: " + parent + " is not a directory.");
            }
        }
    }

    private String real(String path) {
        String place = path;
        int links = 0;
        for (int slash = place.indexOf('/', 1); slash > 0; slash = place.indexOf('/', slash + 1)) {
            Node node = nodes.get(place.substring(0, slash));
            if (node != null && node.kind() == Node.Kind.LINK) {
                if (++links > MOST_LINKS) {
                    throw new OperationFailedException("Following " + path + " failed: too many links.");
                }
                place = node.target() + place.substring(slash);
                slash = 0;
            }
        }
        return place;
    }
}
