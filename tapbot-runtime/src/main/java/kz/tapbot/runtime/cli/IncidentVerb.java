package kz.tapbot.runtime.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.Incidents;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.daily.IncidentAction;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.plan.Plan;

/** {@code ban}, {@code unban}, {@code lock-user}, {@code unlock-user}, {@code isolate} and {@code lift}: orders that stand until they are ended. */
final class IncidentVerb implements Verb {

    private final String name;

    IncidentVerb(String name) {
        this.name = name;
    }

    @Override
    public ExitCode run(Invocation in) {
        Running.check(in);
        String operand = in.arguments().operand().orElse("");
        IncidentAction action = action(operand);
        Servers servers = Servers.standing(in, EventListener.NONE);
        List<ServerName> where = action instanceof IncidentAction.OfServer
                ? List.of(Targets.server(operand, servers.topology()))
                : Targets.servers(in, servers.topology());
        Incidents incidents = servers.runtime().incidents();
        Topology topology = servers.topology();
        Plan plan = servers.toChange(() -> incidents.plan(topology, action, where));
        Optional<ExitCode> end = PlanPage.end(in, plan);
        if (end.isPresent()) {
            return end.get();
        }
        new Question(in).confirm(plan, Set.of());
        ApplyReport report =
                Running.run(in, action.toString(), how -> incidents.apply(topology, plan, action, where, how));
        return ApplyVerb.tell(in, report, Optional.empty());
    }

    private IncidentAction action(String operand) {
        try {
            return switch (name) {
                case "ban" -> IncidentAction.ban(IpAddress.of(operand));
                case "unban" -> IncidentAction.unban(IpAddress.of(operand));
                case "lock-user" -> IncidentAction.lockUser(UserName.of(operand));
                case "unlock-user" -> IncidentAction.unlockUser(UserName.of(operand));
                case "isolate" -> IncidentAction.isolate();
                default -> IncidentAction.lift();
            };
        } catch (InvalidValueException e) {
            throw new UsageException(
                    "Not " + (name.endsWith("ban") ? "an IP address" : "a user's name") + ": " + Shown.of(operand)
                            + ".",
                    "For example: " + (name.endsWith("ban") ? name + " 203.0.113.7" : name + " monitor"));
        }
    }
}
