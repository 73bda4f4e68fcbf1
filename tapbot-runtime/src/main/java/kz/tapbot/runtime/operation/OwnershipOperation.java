package kz.tapbot.runtime.operation;

/** An operation on whose things are. */
public sealed interface OwnershipOperation extends Operation permits Adopt, Disown {

    /** Has the operation performed by whoever can. */
    void performedBy(OwnershipOperations operations);
}
