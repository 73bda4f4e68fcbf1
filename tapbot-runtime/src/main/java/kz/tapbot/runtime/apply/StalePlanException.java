package kz.tapbot.runtime.apply;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import kz.tapbot.diagnostic.TapbotException;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.plan.Plan;

/** What was found is not what the plan was made for any more. Nothing was changed, but for what an interrupted run had left unconfirmed. */
public final class StalePlanException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Plan fresh;

    /** With the plan as it would be made now. */
    public StalePlanException(Plan fresh) {
        this(fresh, List.of());
    }

    /** With the plan as it would be made now, and the servers on which what an interrupted run had not confirmed was taken back first. */
    public StalePlanException(Plan fresh, Collection<ServerName> takenBack) {
        super(message(List.copyOf(takenBack)));
        this.fresh = fresh;
    }

    private static String message(List<ServerName> takenBack) {
        return takenBack.isEmpty()
                ? "The plan is stale: the topology or the servers have changed since it was made. Nothing was changed. Plan again, and look "
                        + "at the new plan before you apply it."
                : "The plan is stale: it was made while a change of an interrupted run was not confirmed yet. That change was taken back on "
                        + String.join(
                                ", ", takenBack.stream().map(ServerName::value).toList())
                        + "; nothing else was changed. Plan again, and look at the new plan before you apply it.";
    }

    /** The plan as it would be made now. */
    public Plan fresh() {
        return fresh;
    }
}
