package kz.tapbot.runtime.apply;

import java.io.Serial;
import kz.tapbot.diagnostic.TapbotException;
import kz.tapbot.runtime.plan.Plan;

/** What was found is not what the plan was made for any more. Nothing was changed. */
public final class StalePlanException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Plan fresh;

    /** With the plan as it would be made now. */
    public StalePlanException(Plan fresh) {
        super(
                "The plan is stale: the topology or the servers have changed since it was made. Nothing was changed. Plan again, and look "
                        + "at the new plan before you apply it.");
        this.fresh = fresh;
    }

    /** The plan as it would be made now. */
    public Plan fresh() {
        return fresh;
    }
}
