package kz.tapbot.runtime.memory.internal.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.secret.Content;
import kz.tapbot.runtime.memory.internal.host.Host;
import kz.tapbot.runtime.memory.internal.host.Node;
import kz.tapbot.runtime.resource.Attributes;
import kz.tapbot.runtime.resource.FileResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.Contents;

/** Describes files and directories. */
final class FileThings {

    private final Host host;
    private final Contents contents;

    FileThings(Host host, Contents contents) {
        this.host = host;
        this.contents = contents;
    }

    /** A file; its content is compared as what it shall be, or was written as, so that the same hash is made of it. */
    Optional<SortedMap<String, String>> file(String path, Optional<Resource> wanted, Optional<Resource> written) {
        return host.files()
                .at(path)
                .map(node -> new Attributes()
                        .put("content", content(node, wanted.or(() -> written)))
                        .put("mode", octal(node))
                        .put("owner", node.owner())
                        .all());
    }

    /** A directory, or what is in its place. */
    Optional<SortedMap<String, String>> directory(String path) {
        return host.files()
                .at(path)
                .map(node -> new Attributes()
                        .put("mode", node.kind() == Node.Kind.DIRECTORY ? octal(node) : "(not a directory)")
                        .all());
    }

    /** Permission bits as four octal digits. */
    static String octal(Node node) {
        String digits = Integer.toOctalString(node.mode());
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private String content(Node node, Optional<Resource> known) {
        if (node.kind() != Node.Kind.FILE) {
            return node.kind() == Node.Kind.LINK ? "(a link to " + node.target() + ")" : "(a directory)";
        }
        byte[] bytes = node.bytes();
        Content content = known.isPresent() && known.get() instanceof FileResource file
                ? file.content()
                : Content.text(new String(bytes, UTF_8));
        return contents.fingerprint(content, bytes);
    }
}
