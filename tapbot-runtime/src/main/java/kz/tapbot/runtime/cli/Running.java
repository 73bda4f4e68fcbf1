package kz.tapbot.runtime.cli;

import java.time.Duration;
import java.util.function.Function;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.CancelToken;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;

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
                .map(text -> unlimited.limit(duration(text)))
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
        in.arguments().value("--timeout").ifPresent(Running::duration);
    }

    private static Duration duration(String text) {
        int unit = 0;
        while (unit < text.length() && text.charAt(unit) >= '0' && text.charAt(unit) <= '9') {
            unit++;
        }
        if (unit == 0 || unit > 6) {
            throw bad(text);
        }
        long amount = Long.parseLong(text.substring(0, unit));
        return switch (text.substring(unit)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> throw bad(text);
        };
    }

    private static UsageException bad(String text) {
        return new UsageException(
                "Not a time: " + Shown.of(text) + ".",
                "A time is a number and ms, s, m or h, for example --timeout 30m");
    }
}
