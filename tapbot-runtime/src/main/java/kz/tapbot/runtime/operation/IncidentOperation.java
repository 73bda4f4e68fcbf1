package kz.tapbot.runtime.operation;

/** An operation by which somebody is shut out, or let in again. */
public sealed interface IncidentOperation extends Operation
        permits Ban, Unban, LockUser, UnlockUser, Isolate, LiftIsolation {

    /** Has it performed. */
    void performedBy(IncidentOperations operations);
}
