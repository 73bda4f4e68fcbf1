package kz.tapbot.runtime.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.event.RuntimeEvent;

/** Writes events as JSON lines, each with the version of the format and its kind. */
final class EventLines implements EventListener {

    private final PrintStream err;

    EventLines(PrintStream err) {
        this.err = err;
    }

    @Override
    public void on(RuntimeEvent event) {
        byte[] line = of(event).line().getBytes(StandardCharsets.UTF_8);
        err.write(line, 0, line.length);
        err.flush();
    }

    static Json of(RuntimeEvent event) {
        if (event instanceof RuntimeEvent.ServerObserved seen) {
            return kind("server-observed")
                    .put("server", seen.server())
                    .put("things", seen.things())
                    .put("millis", seen.took().toMillis());
        }
        if (event instanceof RuntimeEvent.ApplyStarted started) {
            return kind("apply-started").put("run", started.run()).put("changes", started.changes());
        }
        if (event instanceof RuntimeEvent.ChangeStarted started) {
            return kind("change-started").put("address", started.address()).put("action", started.action());
        }
        if (event instanceof RuntimeEvent.OperationStarted started) {
            return operation("operation-started", started.address(), started.operation());
        }
        if (event instanceof RuntimeEvent.OperationDone done) {
            return operation("operation-done", done.address(), done.operation()).put("millis", millis(done.took()));
        }
        if (event instanceof RuntimeEvent.StillRunning running) {
            return operation("still-running", running.address(), running.operation())
                    .put("millis", millis(running.since()));
        }
        if (event instanceof RuntimeEvent.ImageProgress pull) {
            return kind("image-progress")
                    .put("address", pull.address())
                    .put("image", pull.image())
                    .put("bytes", pull.bytes())
                    .put("size", pull.size());
        }
        if (event instanceof RuntimeEvent.RegistryBusy busy) {
            return kind("registry-busy")
                    .put("address", busy.address())
                    .put("image", busy.image())
                    .put("millis", millis(busy.delay()));
        }
        return ofEnd(event);
    }

    private static Json ofEnd(RuntimeEvent event) {
        if (event instanceof RuntimeEvent.ChangeDone done) {
            return kind("change-done")
                    .put("address", done.address())
                    .put("action", done.action())
                    .put("millis", millis(done.took()));
        }
        if (event instanceof RuntimeEvent.ChangeFailed failed) {
            return kind("change-failed")
                    .put("address", failed.address())
                    .put("why", failed.why())
                    .put("rolledBack", failed.rolledBack());
        }
        if (event instanceof RuntimeEvent.ChangeSkipped skipped) {
            return kind("change-skipped").put("address", skipped.address()).put("because", skipped.because());
        }
        if (event instanceof RuntimeEvent.ApplyFinished finished) {
            return kind("apply-finished")
                    .put("run", finished.run())
                    .put("done", finished.done())
                    .put("failed", finished.failed())
                    .put("skipped", finished.skipped())
                    .put("millis", millis(finished.took()));
        }
        return kind("unknown").put("text", event.toString());
    }

    private static Json operation(String kind, Object address, String operation) {
        return kind(kind).put("address", address).put("operation", operation);
    }

    private static Json kind(String kind) {
        return new Json().put("format", Invocation.FORMAT).put("event", kind);
    }

    private static long millis(Duration took) {
        return took.toMillis();
    }
}
