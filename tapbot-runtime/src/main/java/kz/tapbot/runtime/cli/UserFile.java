package kz.tapbot.runtime.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;

/** Files that a user names. Read are regular ones of a bounded size, so that no pipe blocks and no device fills the memory. */
final class UserFile {

    private UserFile() {}

    /** A topology in its JSON form. */
    static Topology topology(String name) {
        byte[] bytes =
                bytes("topology", name, TopologyJson.MOST_BYTES, "Give a regular file, as \"show --json\" writes it.");
        return TopologyJson.read(bytes, Shown.line(name)).orElseThrow();
    }

    /** The bytes of a file of some kind; one more than the most that are allowed, if it grows while it is read. */
    static byte[] bytes(String kind, String name, int most, String hint) {
        String what = "The " + kind + " file " + Shown.of(name);
        try {
            Path path = path(name);
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new UsageException(
                        what + (attributes.isDirectory() ? " is a directory." : " is no regular file."), hint);
            }
            if (attributes.size() > most) {
                throw new UsageException(what + " is larger than " + (most >> 20) + " MiB.", hint);
            }
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(most + 1);
            }
        } catch (NoSuchFileException e) {
            throw new UsageException(what + " does not exist.", hint);
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(what + (isBelowFile(name) ? " does not exist." : " cannot be read."), hint);
        }
    }

    /** Whether what is named would lie inside a file, which Java versions report in different ways. */
    private static boolean isBelowFile(String name) {
        try {
            Path parent = path(name).toAbsolutePath().getParent();
            return parent != null && Files.isRegularFile(parent);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Writes a file so that whoever reads it finds the old text or the new one, whole, whatever happens in between. */
    static void write(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            Path path = path(name);
            Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.write(file, bytes); // a device or a pipe holds nothing that could be damaged
            } else {
                replace(file, bytes);
            }
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(
                    "The file " + Shown.of(name) + " cannot be written.", "Its folder must exist and let you write.");
        }
    }

    /**
     * Writes a file below a folder, which is made with all that lies between.
     *
     * @param below where below it, with slashes
     */
    static void writeBelow(String folder, String below, String text, FileMode mode) {
        try {
            Path file = path(folder);
            for (String part : below.split("/", -1)) {
                file = file.resolve(part);
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(file.toString(), text);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, permissions(mode));
            }
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(
                    "The file " + Shown.of(folder + "/" + below) + " cannot be written.",
                    "Its folder must exist or be possible to make, and let you write.");
        }
    }

    private static Set<PosixFilePermission> permissions(FileMode mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values(); // in the order of the bits, the owner's reading first
        for (int i = 0; i < all.length; i++) {
            if ((mode.bits() >> all.length - 1 - i & 1) == 1) {
                permissions.add(all[i]);
            }
        }
        return permissions;
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path unfinished = file.resolveSibling(".tapbot-" + UUID.randomUUID());
        try {
            Files.write(unfinished, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** An empty name would be that of the folder that one is in. */
    private static Path path(String name) {
        if (name.isEmpty()) {
            throw new UsageException("A file without a name was given.", "Is a variable of the shell empty?");
        }
        return Path.of(name);
    }
}
