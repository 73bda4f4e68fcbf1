package kz.tapbot.runtime.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.output.CleanLines;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.daily.ExecStreams;
import kz.tapbot.runtime.event.EventListener;

/**
 * {@code exec}: runs a command in a container. What it says goes to a terminal made safe to show; its result goes anywhere else byte by byte, so that a dump
 * can be taken by it. How it ended is told, and is not passed on as it is: its numbers mean other things than ours.
 */
final class ExecVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        List<String> command = in.arguments().rest();
        if (command.isEmpty()) {
            throw new UsageException(
                    "There is no command to run.",
                    "It comes behind two hyphens, for example: exec "
                            + in.arguments().operand().orElse("page") + " -- ls -l /");
        }
        Servers servers = Servers.standing(in, EventListener.NONE);
        ServiceId service = Targets.service(in, servers.topology());
        Optional<InputStream> input =
                in.arguments().has("--stdin") ? Optional.of(in.terminal().in()) : Optional.empty();
        int status;
        try (OutputStream out = out(in);
                OutputStream err = err(in)) {
            status = servers.runtime()
                    .daily()
                    .exec(servers.topology(), service, command, new ExecStreams(input, out, err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ExitCode code = status == 0 ? ExitCode.DONE : ExitCode.COMMAND_FAILED;
        if (in.json()) {
            in.outExactly(event("exited")
                    .put("status", status)
                    .put("exitCode", code.number())
                    .line());
        } else if (status != 0) {
            in.note("The command in container " + service.service() + " ended with status " + status + ".");
        }
        return code;
    }

    private static OutputStream out(Invocation in) {
        if (in.json()) {
            return new CleanLines(line -> in.outExactly(said("stdout", line)));
        }
        return in.terminal().interactive()
                ? new CleanLines(line -> in.outExactly(line + "\n"))
                : new Unclosed(in.terminal().out());
    }

    /** What is meant for people, and reaches a terminal also where the result goes into a file. */
    private static OutputStream err(Invocation in) {
        return in.json()
                ? new CleanLines(line -> in.outExactly(said("stderr", line)))
                : new CleanLines(line -> in.terminal().err().println(line));
    }

    private static String said(String stream, String line) {
        return event("output").put("stream", stream).put("text", line).line();
    }

    private static Json event(String kind) {
        return new Json().put("format", Invocation.FORMAT).put("event", kind);
    }
}
