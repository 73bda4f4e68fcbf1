package kz.tapbot.runtime.cli;

import java.util.Optional;
import java.util.TreeSet;
import kz.tapbot.runtime.DestroyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.plan.Plan;

/** {@code destroy}: takes down everything of ours; data stays unless it is named. */
final class DestroyVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Running.check(in);
        DestroyOptions options = new DestroyOptions(new TreeSet<>(in.addresses("--remove-data")));
        Servers servers = Servers.standing(in, EventListener.NONE);
        Plan plan =
                Exposing.ofDestroy(servers.toChange(() -> servers.runtime().planDestroy(servers.topology(), options)));
        Optional<ExitCode> end = PlanPage.end(in, plan);
        if (end.isPresent()) {
            return end.get();
        }
        new Question(in).confirm(plan, options.removeData());
        ApplyReport report =
                Running.run(in, "destroy", how -> servers.runtime().destroy(servers.topology(), plan, options, how));
        return ApplyVerb.tell(in, report, Optional.empty());
    }
}
