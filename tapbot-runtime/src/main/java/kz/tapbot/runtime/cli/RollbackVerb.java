package kz.tapbot.runtime.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.runtime.DayToDay;
import kz.tapbot.runtime.RollbackPlan;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.prove.ProofReport;

/** {@code rollback}: brings back an earlier release of one service, in the way of every update. */
final class RollbackVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Running.check(in);
        OptionalInt to = number(in);
        Servers servers = Servers.standing(in, EventListener.NONE);
        ServiceId service = Targets.service(in, servers.topology());
        DayToDay daily = servers.runtime().daily();
        RollbackPlan planned = daily.planRollback(servers.topology(), service, to);
        in.note("Going back to release " + planned.release().number() + " of " + service + ": "
                + planned.release().image() + ", recorded " + planned.release().at() + ".");
        Optional<ExitCode> end = PlanPage.end(in, planned.plan());
        if (end.isPresent()) {
            return end.get();
        }
        new Question(in).confirm(planned.plan(), Set.of());
        ApplyReport report = Running.run(in, "rollback", how -> daily.rollback(planned, how));
        Optional<ProofReport> proof = report.isDone() ? Optional.of(daily.prove(planned)) : Optional.empty();
        ExitCode code = ApplyVerb.tell(in, report, proof);
        if (report.isDone()) {
            in.note(
                    "The declaration still says otherwise: the next apply would undo this. To stay with it, declare it.");
        }
        return code;
    }

    private static OptionalInt number(Invocation in) {
        Optional<String> typed = in.arguments().value("--to");
        if (typed.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!typed.get().matches("[0-9]{1,9}")) {
            throw new UsageException(
                    "Not the number of a release: " + Shown.of(typed.get()) + ".",
                    "\"releases "
                            + in.arguments().operand().map(Shown::line).orElse("SERVICE")
                            + "\" lists those that are kept.");
        }
        return OptionalInt.of(Integer.parseInt(typed.get()));
    }
}
