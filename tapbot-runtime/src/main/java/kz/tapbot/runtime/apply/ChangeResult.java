package kz.tapbot.runtime.apply;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.plan.Action;

/**
 * What came of one change.
 *
 * @param address what should have changed
 * @param action how
 * @param outcome what came of it
 * @param code the kind of reason why it is not there; absent if it is
 * @param why why it failed or was not tried; absent if it is there
 * @param rolledBack whether the state before is there again; also true for what was not tried
 * @param lines what the thing itself said last, if it failed and said anything; bounded and without control characters
 * @param took how long it took
 */
public record ChangeResult(
        Address address,
        Action action,
        ChangeOutcome outcome,
        Optional<ApplyCode> code,
        Optional<String> why,
        boolean rolledBack,
        List<String> lines,
        Duration took) {

    /** Copies the lines. */
    public ChangeResult {
        lines = List.copyOf(lines);
    }
}
