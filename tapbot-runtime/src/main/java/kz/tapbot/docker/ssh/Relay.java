package kz.tapbot.docker.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.ssh.CommandCall;
import kz.tapbot.ssh.CommandResult;
import kz.tapbot.ssh.SshConnection;
import kz.tapbot.ssh.SshException;

/** Whether a command that relays leads to an engine. */
final class Relay {

    private static final byte[] PING =
            "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Relay() {}

    /** Nothing if it does, else what it said. */
    static String whyNot(SshConnection over, List<String> command, byte[] knock) throws SshException {
        CommandResult result = over.run(CommandCall.of(command)
                .input(ByteBuffer.allocate(knock.length + PING.length)
                        .put(knock)
                        .put(PING)
                        .array())
                .limit(Duration.ofSeconds(15))
                .mostOutput(4096));
        String said = result.output().text();
        if (said.matches("(?s)HTTP/1\\.[01] 200 .*")) {
            return "";
        }
        String errors = result.errors().text().strip();
        String shown = errors.isEmpty() ? said.strip() : errors;
        return shown.isEmpty()
                ? "it said nothing"
                : Cleaned.line(shown.lines().findFirst().orElse(""));
    }
}
