package kz.tapbot.runtime.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this build, which Maven writes into a resource. */
final class Version {

    private Version() {}

    static ExitCode show(Invocation in) {
        in.outExactly(
                in.json()
                        ? Invocation.document("version", ExitCode.DONE)
                                .put("version", text())
                                .pretty()
                        : "tapbot " + text() + "\n");
        return ExitCode.DONE;
    }

    private static String text() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
