package kz.tapbot.runtime.operation;

/**
 * Performs operations on whose things are: one method a kind, so that a new kind does not compile until every driver knows it. Each method is
 * safe to repeat, returns when the effect is there, and throws {@code kz.tapbot.runtime.spi.OperationFailedException} when it is not.
 */
public interface OwnershipOperations {

    /** Takes over a thing that was not ours; nothing about it changes but whose it is. */
    void adopt(Adopt operation);

    /** Leaves a thing as it is and forgets that it was ours. */
    void disown(Disown operation);
}
