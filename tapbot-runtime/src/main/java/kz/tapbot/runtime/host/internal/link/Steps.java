package kz.tapbot.runtime.host.internal.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Operations for a server in their order; the first that fails ends them. Everything in them travels by standard input. */
public final class Steps {

    /** Nothing that is only looked at takes that long, unless something there does not answer at all. */
    private static final Duration LOOK = Duration.ofMinutes(2);

    /** An installation of packages over a slow line. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Wiped out = new Wiped();
    private final boolean changes;

    private Steps(boolean changes) {
        this.changes = changes;
    }

    /** None, that only look. */
    public static Steps looking() {
        return new Steps(false);
    }

    /** None, that change something: while they are at work, nobody else takes the lock of the server. */
    public static Steps changing() {
        return new Steps(true).of("hold");
    }

    /** After which they have taken too long. */
    Duration limit() {
        return changes ? LONGEST : LOOK;
    }

    /** One of the program's operations with texts. */
    public Steps of(String operation, String... fields) {
        field(operation.getBytes(StandardCharsets.US_ASCII));
        for (String each : fields) {
            field(each.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Writes a file whole, by renaming one that was written beside it. A link in its place is replaced. */
    public Steps put(String path, String mode, int owner, byte[] content) {
        of("put", path, mode, Integer.toString(owner));
        field(content);
        return this;
    }

    /** The same of a file of root's. */
    public Steps put(String path, String mode, String content) {
        return put(path, mode, 0, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Runs a program with these arguments, through no shell. */
    public Steps run(String... words) {
        of("run", Integer.toString(words.length));
        for (String word : words) {
            field(word.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Has a unit started at boot, unless it is already. */
    public Steps enable(String unit) {
        return of("enable", unit);
    }

    /** A list of texts, behind their number. */
    public Steps list(List<String> texts) {
        field(Integer.toString(texts.size()).getBytes(StandardCharsets.US_ASCII));
        texts.forEach(text -> field(text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** One field more, as bytes. */
    public Steps bytes(byte[] content) {
        field(content);
        return this;
    }

    private void field(byte[] bytes) {
        out.writeBytes((bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
        out.write('\n');
    }

    boolean isChanging() {
        return changes;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** Overwrites what may be secret. */
    void wipe() {
        out.wipe();
    }

    private static final class Wiped extends ByteArrayOutputStream {
        synchronized void wipe() {
            Arrays.fill(buf, (byte) 0);
            reset();
        }
    }
}
