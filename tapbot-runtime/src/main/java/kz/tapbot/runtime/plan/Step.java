package kz.tapbot.runtime.plan;

import java.util.Optional;
import kz.tapbot.runtime.operation.Operation;

/**
 * One operation of a change, with what takes it back. When a step fails, its own undo and those of the steps before it are performed in
 * reverse order; operations are safe to repeat, so that an undo of what never happened does nothing.
 *
 * @param operation what is done
 * @param undo what takes it back; absent where nothing needs to be, or nothing can
 */
public record Step(Operation operation, Optional<Operation> undo) {

    /** A step that is not taken back. */
    public static Step of(Operation operation) {
        return new Step(operation, Optional.empty());
    }

    /** A step with what takes it back. */
    public static Step of(Operation operation, Operation undo) {
        return new Step(operation, Optional.of(undo));
    }
}
