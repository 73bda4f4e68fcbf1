package kz.tapbot.runtime.host.internal.look;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.resource.Attributes;
import kz.tapbot.runtime.resource.FileResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.Contents;

/** Files and directories. */
final class FileReading {

    /** Beyond that a file is not what we wrote, whatever is in it. */
    private static final int MOST_BYTES = 1 << 20;

    private FileReading() {}

    /** A file, or what is in its place. Its content is compared as what it shall be, or was written as, so that the same hash is made of it. */
    static Optional<SortedMap<String, String>> file(
            String part, Optional<Resource> wanted, Optional<Entry> noted, Contents contents) {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        String[] head = head(part);
        return Optional.of(new Attributes()
                .put("content", content(head[0], rest(part), wanted, noted, contents))
                .put("mode", octal(head[1]))
                .put("owner", head[2])
                .all());
    }

    /** A directory, or what is in its place. */
    static Optional<SortedMap<String, String>> directory(String part) {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        String[] head = head(part);
        return Optional.of(new Attributes()
                .put("mode", head[0].equals("directory") ? octal(head[1]) : "(not a directory)")
                .all());
    }

    private static String[] head(String part) {
        String[] head = part.lines().findFirst().orElse("").split(" ", -1);
        return head.length == 3 ? head : new String[] {"other", "0", "0"};
    }

    private static String rest(String part) {
        int end = part.indexOf('\n');
        return end < 0 ? "" : part.substring(end + 1);
    }

    private static String octal(String mode) {
        return "0".repeat(Math.max(0, 4 - mode.length())) + Cleaned.line(mode);
    }

    private static String content(
            String kind, String rest, Optional<Resource> wanted, Optional<Entry> noted, Contents contents) {
        if (!kind.equals("file")) {
            return kind.equals("link") ? "(a link to " + Cleaned.line(rest.strip()) + ")" : "(a " + kind + ")";
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(rest.strip());
        } catch (IllegalArgumentException e) {
            return "(what the server says of it is damaged)";
        }
        if (bytes.length > MOST_BYTES) {
            return "(more than 1 MiB)";
        }
        Content content = wanted.isPresent() && wanted.get() instanceof FileResource file
                ? file.content()
                : noted.map(FileReading::likeWritten).orElse(Content.text(""));
        return contents.fingerprint(content, bytes);
    }

    /** Any content with the same secrets: only whether it has some matters to a fingerprint. */
    private static Content likeWritten(Entry entry) {
        List<ContentPart> parts = entry.secrets().stream()
                .map(name -> ContentPart.secret(name, SecretEncoding.RAW))
                .toList();
        return parts.isEmpty() ? Content.text("") : Content.of(parts);
    }
}
