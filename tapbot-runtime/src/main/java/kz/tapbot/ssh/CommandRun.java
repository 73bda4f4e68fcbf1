package kz.tapbot.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Runs a command to its end, reading both outputs and writing the input at the same time, or kills it. */
final class CommandRun {

    /** What a command that ended may still owe: its exit status, and the end of its outputs. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private CommandRun() {}

    static CommandResult run(SshConnection connection, CommandCall call) throws SshException {
        String shown = call + " on " + connection.target().name();
        RunningCommand command = connection.start(call.arguments());
        boolean owes = false;
        try (command;
                Deadlines.Watch watch = connection.deadlines().after(call.limit(), command::close)) {
            CompletableFuture<KeptOutput> errors =
                    started("ssh stderr", () -> read(command.errors(), call.mostOutput()));
            CompletableFuture<Void> input = started("ssh stdin", () -> write(command, call.input()));
            try {
                KeptOutput output = KeptOutput.read(command.output(), call.mostOutput());
                CommandResult result = end(command, output, errors.join());
                input.cancel(true);
                if (result != null) {
                    return result;
                }
                owes = true;
            } catch (IOException | CompletionException e) {
                if (!watch.isExpired() && !Thread.currentThread().isInterrupted()) {
                    throw new SshException(
                            "The command " + shown + " was cut off: " + Told.why(e)
                                    + ". It may still be running, or have done all or nothing.",
                            e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        boolean interrupted = Thread.interrupted();
        try {
            String why = interrupted
                    ? "was interrupted"
                    : owes
                            ? "has said its last word and did not end " + LAST_WORDS.toSeconds() + " s later"
                            : "took more than " + call.limit().toMillis() + " ms";
            throw new SshException("The command " + shown + " " + why + "; " + stopped(command) + ".");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static @Nullable CommandResult end(RunningCommand command, KeptOutput output, KeptOutput errors)
            throws InterruptedException, SshException {
        if (!command.await(LAST_WORDS)) {
            return null;
        }
        if (command.exitStatus().isEmpty() && command.signal().isEmpty()) {
            throw new SshException("nobody has said how it ended");
        }
        return new CommandResult(command.exitStatus(), command.signal(), output, errors);
    }

    private static String stopped(RunningCommand command) {
        try {
            return command.kill()
                    ? "it was ended with everything it had started"
                    : "something of it is left, with the process group " + command.process();
        } catch (SshException e) {
            return "it could not be ended: " + e.getMessage();
        }
    }

    private static KeptOutput read(InputStream in, int most) {
        try {
            return KeptOutput.read(in, most);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static @Nullable Void write(RunningCommand command, byte[] bytes) {
        try (OutputStream input = command.input()) {
            input.write(bytes);
        } catch (IOException e) {
            // A command may end without reading all: its exit status tells.
        }
        return null;
    }

    private static <T extends @Nullable Object> CompletableFuture<T> started(
            String name, java.util.function.Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        });
    }
}
