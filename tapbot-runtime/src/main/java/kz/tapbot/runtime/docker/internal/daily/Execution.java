package kz.tapbot.runtime.docker.internal.daily;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.ExecStartCmd;
import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import kz.tapbot.runtime.daily.ExecStreams;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Runs a command in a container with its streams passed through. The command is named nowhere but in the call that makes it: it may hold secrets. */
final class Execution {

    /** The engine may take a moment to note the end that it has told by closing the stream. */
    private static final int MOST_LOOKS = 50;

    private static final long PAUSE_MILLIS = 100;

    private final Engine engine;
    private final String container;
    private final ExecStreams streams;

    Execution(Engine engine, String container, ExecStreams streams) {
        this.engine = engine;
        this.container = container;
        this.streams = streams;
    }

    int run(String id, List<String> command) {
        String doing = "Running the command in container " + container;
        String exec = engine.ask(
                doing,
                () -> engine.client()
                        .execCreateCmd(id)
                        .withCmd(command.toArray(String[]::new))
                        .withAttachStdin(streams.in().isPresent())
                        .withAttachStdout(true)
                        .withAttachStderr(true)
                        .exec()
                        .getId());
        Passing passing = new Passing();
        engine.ask(doing, () -> {
            ExecStartCmd start = engine.client().execStartCmd(exec);
            streams.in().ifPresent(start::withStdIn);
            try (Passing open = start.exec(passing)) {
                open.awaitCompletion();
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationFailedException(
                        doing + " was interrupted here. It may go on there until it ends by itself.");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        if (passing.unwritten) {
            throw new OperationFailedException(
                    doing + " was given up: what it says cannot be written here any more. It may go on there.");
        }
        return status(doing, exec);
    }

    private int status(String doing, String exec) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            InspectExecResponse found =
                    engine.ask(doing, () -> engine.client().inspectExecCmd(exec).exec());
            Long status = found.getExitCodeLong();
            if (!Boolean.TRUE.equals(found.isRunning()) && status != null) {
                return status.intValue();
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new OperationFailedException(
                doing
                        + " ended here, but the engine does not tell how: it closed its output and goes on, or the container was stopped.");
    }

    private final class Passing extends ResultCallback.Adapter<Frame> {

        private volatile boolean unwritten;

        @Override
        public void onNext(Frame frame) {
            OutputStream to = frame.getStreamType() == StreamType.STDERR ? streams.err() : streams.out();
            try {
                to.write(frame.getPayload());
                to.flush();
            } catch (IOException e) {
                unwritten = true;
                onComplete();
            }
        }
    }
}
