package kz.tapbot.runtime.cli;

import kz.tapbot.runtime.cli.internal.output.Paint;
import kz.tapbot.runtime.drift.DriftReport;
import kz.tapbot.runtime.event.EventListener;

/** {@code drift}: what is different from what was declared, and what is not ours. */
final class DriftVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Servers servers = Servers.standing(in, EventListener.NONE);
        DriftReport drift = servers.runtime().drift(servers.topology());
        boolean told = !drift.isEmpty() && in.arguments().has("--detailed-exitcode");
        ExitCode code = told ? ExitCode.DIFFERENT : ExitCode.DONE;
        if (in.json()) {
            in.outExactly(in.document(code).put("drift", ApplyJson.of(drift)).pretty());
        } else {
            in.out((drift.isEmpty() ? Paint.PLAIN : Paint.YELLOW).on(drift.toString(), in.colour()));
        }
        return code;
    }
}
