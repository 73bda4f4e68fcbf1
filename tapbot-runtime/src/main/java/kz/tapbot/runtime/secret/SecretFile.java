package kz.tapbot.runtime.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * A secret in a file of this machine: a regular file, not a link, of at most 64 KiB, that its user alone may read or write, as OpenSSH
 * demands of keys (sshd(8), FILES, StrictModes).
 */
final class SecretFile {

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private SecretFile() {}

    static SecretValue read(String name) throws Unusable {
        try {
            Path path = Path.of(name);
            check(path, name);
            return SecretReader.decode(bytes(path, name), SecretCode.BAD_FILE, "The file " + name);
        } catch (InvalidPathException e) {
            throw bad(name, "is no path on this system", "Name the file as this system does.");
        } catch (NoSuchFileException e) {
            throw new Unusable(
                    SecretCode.MISSING,
                    "It is read from the file " + name + ", which is not there. Make it so that only you may read it:\n"
                            + "    install -m 600 /dev/null " + name + " && \"${EDITOR:-vi}\" " + name);
        } catch (IOException e) {
            throw bad(
                    name,
                    "cannot be read (" + e.getClass().getSimpleName() + ")",
                    "Look at its owner and permissions.");
        }
    }

    private static void check(Path path, String name) throws IOException, Unusable {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isSymbolicLink()) {
            throw bad(name, "is a symbolic link, which others may turn elsewhere", "Name the file itself.");
        }
        if (!found.isRegularFile()) {
            throw bad(name, "is not a regular file", "Name a file that holds the value and nothing else.");
        }
        if (found.size() > SecretReader.MOST) {
            throw bad(name, "has more than 64 KiB", "Name a file that holds the value and nothing else.");
        }
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            PosixFileAttributes posix =
                    Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (posix.permissions().stream().anyMatch(OF_OTHERS::contains)) {
                throw bad(name, "can be read or written by others", "Take that away:\n    chmod 600 " + name);
            }
        }
    }

    private static byte[] bytes(Path path, String name) throws IOException, Unusable {
        Set<java.nio.file.OpenOption> how = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (InputStream in = Channels.newInputStream(Files.newByteChannel(path, how))) {
            byte[] bytes = in.readNBytes(SecretReader.MOST + 1);
            if (bytes.length > SecretReader.MOST) {
                throw bad(name, "has more than 64 KiB", "Name a file that holds the value and nothing else.");
            }
            return bytes;
        }
    }

    private static Unusable bad(String name, String why, String cure) {
        return new Unusable(SecretCode.BAD_FILE, "The file " + name + " " + why + ". " + cure);
    }
}
