package kz.tapbot.runtime.cli;

import java.util.List;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.daily.NewerImages;
import kz.tapbot.runtime.event.EventListener;

/** {@code pull}: which newer images there are for what is pinned. Nothing is pulled: what runs is changed by changing the declaration. */
final class PullVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Servers servers = Servers.standing(in, EventListener.NONE);
        List<ServiceId> services = Targets.services(in, servers.topology());
        List<NewerImages> all = servers.runtime().daily().newerImages(servers.topology(), services);
        ExitCode code = code(in, all);
        if (in.json()) {
            in.outExactly(in.document(code)
                    .put("images", all.stream().map(PullVerb::json).toList())
                    .pretty());
        } else {
            StringBuilder out = new StringBuilder();
            all.forEach(one -> out.append(text(one)).append('\n'));
            in.outExactly(out.toString());
        }
        return code;
    }

    private static ExitCode code(Invocation in, List<NewerImages> all) {
        if (all.stream().anyMatch(one -> one.unknown().isPresent())) {
            return ExitCode.UNREACHABLE;
        }
        boolean told = in.arguments().has("--detailed-exitcode") && all.stream().anyMatch(NewerImages::isAny);
        return told ? ExitCode.DIFFERENT : ExitCode.DONE;
    }

    private static String text(NewerImages one) {
        String head = one.service() + "  " + one.image() + "  ";
        if (one.unknown().isPresent()) {
            return head + "unknown: " + one.unknown().get();
        }
        if (!one.isAny()) {
            return head + "is the newest";
        }
        String newer = one.newer().map(tag -> "newer: " + tag).orElse("");
        String jumps = one.jumps().isEmpty() ? "" : "big step: " + String.join(", ", one.jumps());
        return head + newer + (newer.isEmpty() || jumps.isEmpty() ? "" : "; ") + jumps;
    }

    private static Json json(NewerImages one) {
        return new Json()
                .put("server", one.service().server())
                .put("service", one.service().service())
                .put("image", one.image())
                .put("newer", one.newer())
                .put("jumps", one.jumps())
                .put("unknown", one.unknown());
    }
}
