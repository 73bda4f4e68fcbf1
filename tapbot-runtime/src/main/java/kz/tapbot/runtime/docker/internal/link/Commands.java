package kz.tapbot.runtime.docker.internal.link;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.ExecStartCmd;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Runs commands inside running containers. */
public final class Commands {

    private static final int MOST_BYTES = 64 * 1024;

    /**
     * What came of a command.
     *
     * @param status its exit status
     * @param lines what it said, bounded and made safe to show
     */
    public record Result(long status, List<String> lines) {

        /** Copies the lines. */
        public Result {
            lines = List.copyOf(lines);
        }
    }

    private Commands() {}

    /**
     * Runs a command and waits for its end.
     *
     * @param input what it reads from standard input, which then ends
     * @throws OperationFailedException if it cannot be started or does not end in time
     */
    public static Result run(
            Engine engine, String container, List<String> command, Optional<byte[]> input, Duration limit) {
        Said said = new Said();
        String doing = doing(container, command);
        Optional<Long> status = ended(engine, container, command, input, limit, said);
        return new Result(
                status.orElseThrow(() -> new OperationFailedException(
                        doing + " did not end within " + limit.toSeconds() + " s.", said.lines())),
                said.lines());
    }

    /**
     * Runs a command of which nothing but its end is of interest.
     *
     * @return its exit status; nothing if it does not end in time
     * @throws OperationFailedException if it cannot be started
     */
    static Optional<Long> ends(Engine engine, String container, List<String> command, Duration limit) {
        return ended(engine, container, command, Optional.empty(), limit, new Said());
    }

    private static String doing(String container, List<String> command) {
        return "Running " + command.get(0) + " in container " + container;
    }

    private static Optional<Long> ended(
            Engine engine, String container, List<String> command, Optional<byte[]> input, Duration limit, Said said) {
        String doing = doing(container, command);
        String id = engine.ask(
                doing,
                () -> engine.client()
                        .execCreateCmd(container)
                        .withCmd(command.toArray(String[]::new))
                        .withAttachStdout(true)
                        .withAttachStderr(true)
                        .withAttachStdin(input.isPresent())
                        .exec()
                        .getId());
        boolean ended = engine.ask(doing, () -> {
            ExecStartCmd start = engine.client().execStartCmd(id);
            input.ifPresent(bytes -> start.withStdIn(new ByteArrayInputStream(bytes)));
            try (Said hearing = said) {
                return start.exec(hearing).awaitCompletion(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationFailedException(doing + " was interrupted.");
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        if (!ended) {
            return Optional.empty();
        }
        Long status = engine.ask(
                doing, () -> engine.client().inspectExecCmd(id).exec().getExitCodeLong());
        return Optional.of(status == null ? -1 : status);
    }

    private static final class Said extends ResultCallback.Adapter<Frame> {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        @Override
        public synchronized void onNext(Frame frame) {
            byte[] payload = frame.getPayload();
            out.write(payload, 0, Math.min(payload.length, Math.max(0, MOST_BYTES - out.size())));
        }

        synchronized List<String> lines() {
            String text = out.toString(StandardCharsets.UTF_8);
            return text.isEmpty() ? List.of() : Cleaned.lines(text.lines().toList());
        }
    }
}
