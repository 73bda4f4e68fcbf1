package kz.tapbot.runtime.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.tapbot.runtime.daily.ExecStreams;

/** The commands that every simulated container has: {@code true}, {@code false}, {@code echo} and {@code cat}. */
final class MemoryCommand {

    /** As a shell and a real engine tell it. */
    private static final int NOT_FOUND = 127;

    private MemoryCommand() {}

    static int run(List<String> command, ExecStreams streams) {
        try {
            return switch (command.get(0)) {
                case "true" -> 0;
                case "false" -> 1;
                case "echo" -> {
                    String said = String.join(" ", command.subList(1, command.size())) + "\n";
                    streams.out().write(said.getBytes(StandardCharsets.UTF_8));
                    yield 0;
                }
                case "cat" -> {
                    if (streams.in().isPresent()) {
                        streams.in().get().transferTo(streams.out());
                    }
                    yield 0;
                }
                default -> {
                    String said = "exec: \"" + command.get(0) + "\": executable file not found in $PATH; a simulated"
                            + " container has true, false, echo and cat\n";
                    streams.err().write(said.getBytes(StandardCharsets.UTF_8));
                    yield NOT_FOUND;
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
