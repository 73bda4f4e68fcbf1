package kz.tapbot.runtime.cli;

import java.io.PrintStream;
import java.time.Duration;
import kz.tapbot.runtime.cli.internal.output.Paint;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.event.RuntimeEvent;

/** Shows what happens as lines on stderr, one for each change that is there, and one now and then for what takes long. */
final class Progress implements EventListener {

    private final PrintStream err;
    private final boolean colour;
    private int changes;
    private int ended;

    private Progress(PrintStream err, boolean colour) {
        this.err = err;
        this.colour = colour;
    }

    /** As lines for people, or as JSON lines where JSON is wanted. */
    static EventListener of(Invocation in) {
        return in.json()
                ? new EventLines(in.terminal().err())
                : new Progress(in.terminal().err(), in.colour());
    }

    @Override
    public void on(RuntimeEvent event) {
        if (event instanceof RuntimeEvent.ApplyStarted started) {
            changes = started.changes();
            ended = 0;
        } else if (event instanceof RuntimeEvent.ChangeDone done) {
            line(Paint.GREEN, "done     " + done.address() + "  " + done.action() + ", " + seconds(done.took()));
        } else if (event instanceof RuntimeEvent.ChangeFailed failed) {
            line(
                    Paint.RED,
                    "failed   " + failed.address() + "  " + failed.why()
                            + (failed.rolledBack() ? " (rolled back)" : " (NOT rolled back)"));
        } else if (event instanceof RuntimeEvent.ChangeSkipped skipped) {
            line(Paint.YELLOW, "skipped  " + skipped.address() + "  " + skipped.because());
        } else if (event instanceof RuntimeEvent.StillRunning running) {
            show(
                    Paint.DIM,
                    "  ...  " + running.address() + "  " + running.operation() + ", running for "
                            + running.since().toSeconds() + " s");
        } else if (event instanceof RuntimeEvent.ImageProgress pull) {
            show(
                    Paint.DIM,
                    "  ...  " + pull.address() + "  pulling " + pull.image() + ", " + mebibytes(pull.bytes()) + " of "
                            + mebibytes(pull.size()) + " MiB");
        } else if (event instanceof RuntimeEvent.RegistryBusy busy) {
            show(
                    Paint.YELLOW,
                    "  ...  " + busy.address() + "  the registry of " + busy.image() + " asks to wait "
                            + busy.delay().toSeconds() + " s");
        }
    }

    private void line(Paint paint, String text) {
        ended++;
        String all = Integer.toString(changes);
        String count = Integer.toString(ended);
        show(paint, "  [" + " ".repeat(Math.max(0, all.length() - count.length())) + count + "/" + all + "] " + text);
    }

    private void show(Paint paint, String text) {
        err.println(paint.on(text, colour));
    }

    private static String mebibytes(long bytes) {
        long tenths = bytes * 10 / (1 << 20);
        return tenths / 10 + "." + tenths % 10;
    }

    private static String seconds(Duration took) {
        long tenths = Math.max(0, (took.toMillis() + 50) / 100); // a clock may be set back
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
