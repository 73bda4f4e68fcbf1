package kz.tapbot.runtime.operation;

/**
 * Performs what people order when somebody breaks in: one method a kind. Each is safe to repeat, returns when the effect is there, outlives a restart of the server,
 * and throws {@code kz.tapbot.runtime.spi.OperationFailedException} when it cannot be done.
 */
public interface IncidentOperations {

    /** Drops all that comes from an address, for the server and its containers, what it has open already, too. */
    void ban(Ban operation);

    /** Lets an address in again, if it was banned by us. */
    void unban(Unban operation);

    /** Shuts a user out: its account, its keys, and what it runs. Fails if there is none of that name. */
    void lockUser(LockUser operation);

    /** Gives a user back what it had, as it would be by now. */
    void unlockUser(UnlockUser operation);

    /** Drops all that comes from elsewhere than those blocks and is no answer; what others have open already, too. */
    void isolate(Isolate operation);

    /** Lets in again whom the firewall lets in. */
    void liftIsolation(LiftIsolation operation);
}
