package kz.tapbot.runtime.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;

/** Files that a user names. Read are regular ones of a bounded size, so that no pipe blocks and no device fills the memory. */
final class UserFile {

    private UserFile() {}

    /** A topology in its JSON form. */
    static Topology topology(String name) {
        byte[] bytes = bytes("topology", name, "Give a regular file, as \"show --json\" writes it.");
        return TopologyJson.read(bytes, Shown.line(name)).orElseThrow();
    }

    /** The bytes of a file of some kind. */
    static byte[] bytes(String kind, String name, String hint) {
        String what = "The " + kind + " file " + Shown.of(name);
        try {
            Path path = Path.of(name);
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new UsageException(
                        what + (attributes.isDirectory() ? " is a directory." : " is no regular file."), hint);
            }
            if (attributes.size() > TopologyJson.MOST_BYTES) {
                throw new UsageException(what + " is larger than 8 MiB.", hint);
            }
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(TopologyJson.MOST_BYTES + 1);
            }
        } catch (NoSuchFileException e) {
            throw new UsageException(what + " does not exist.", hint);
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(what + " cannot be read.", hint);
        }
    }

    static void write(String name, String text) {
        try {
            Files.write(Path.of(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(
                    "The file " + Shown.of(name) + " cannot be written.", "Its folder must exist and let you write.");
        }
    }
}
