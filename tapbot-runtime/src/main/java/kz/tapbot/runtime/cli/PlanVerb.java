package kz.tapbot.runtime.cli;

import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanJson;
import kz.tapbot.runtime.plan.PlanOptions;

/** {@code plan}: what has to be done. */
final class PlanVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Servers servers = Servers.of(in, in.json() ? Progress.of(in) : EventListener.NONE);
        PlanOptions options = options(in);
        Plan plan = Exposing.shown(servers.runtime().plan(servers.topology(), options), servers.topology());
        ExitCode code = code(in, plan);
        Optional<String> file = in.arguments().value("--out");
        if (in.json() || file.isPresent()) {
            String document = PlanJson.write(plan, options);
            file.ifPresent(name -> UserFile.write(name, document));
            if (in.json()) {
                in.outExactly(document);
                return code;
            }
        }
        PlanPage.print(in, plan);
        file.ifPresent(name -> in.note("Saved. Apply it with: apply " + Shown.line(name)));
        return code;
    }

    static PlanOptions options(Invocation in) {
        return PlanOptions.STANDARD
                .adopt(in.addresses("--adopt").toArray(new Address[0]))
                .removeData(in.addresses("--remove-data").toArray(new Address[0]));
    }

    private static ExitCode code(Invocation in, Plan plan) {
        if (plan.report().hasErrors()) {
            return ExitCode.RULE_VIOLATED;
        }
        boolean told = !plan.isEmpty() && in.arguments().has("--detailed-exitcode");
        return told ? ExitCode.DIFFERENT : ExitCode.DONE;
    }
}
