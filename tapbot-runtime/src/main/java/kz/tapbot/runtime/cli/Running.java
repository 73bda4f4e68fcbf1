package kz.tapbot.runtime.cli;

import java.util.function.Function;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.CancelToken;

/** Runs an apply or a destroy so that its progress is seen and Ctrl-C ends it in order. */
final class Running {

    private Running() {}

    static ApplyReport run(Invocation in, String purpose, Function<ApplyOptions, ApplyReport> apply) {
        CancelToken cancel = new CancelToken();
        Runnable stop = () -> {
            in.note("Stopping: the running step is finished and the lock released. Ctrl-C again ends it at once.");
            cancel.cancel();
        };
        ApplyOptions unlimited = ApplyOptions.standard()
                .purpose(purpose)
                .listener(Progress.of(in))
                .cancel(cancel);
        ApplyOptions options = in.arguments()
                .value("--timeout")
                .map(text -> unlimited.limit(Times.duration(text, "--timeout 30m")))
                .orElse(unlimited);
        Interrupts interrupts = Interrupts.listen(stop);
        try {
            return apply.apply(options);
        } finally {
            interrupts.stop();
        }
    }

    /** Refuses a time that cannot be read, before anything is asked. */
    static void check(Invocation in) {
        in.arguments().value("--timeout").ifPresent(text -> Times.duration(text, "--timeout 30m"));
    }
}
