package kz.tapbot.runtime.operation;

/**
 * Performs operations on what keeps strangers out of a server: one method a kind, so that a new kind does not compile until every driver knows it. Each method is
 * safe to repeat, returns when the effect is there, and throws {@code kz.tapbot.runtime.spi.OperationFailedException} when it is not.
 */
public interface ProtectionOperations {

    /** Replaces our rules of the firewall in one step; rules of others stay. */
    void putFirewall(PutFirewall operation);

    /** Removes our rules; the firewall's own default stays. */
    void removeFirewall(RemoveFirewall operation);

    /** Sets sshd's settings in effect; checked before it is reloaded. */
    void putSshd(PutSshd operation);

    /** Leaves sshd to its other configuration. */
    void removeSshd(RemoveSshd operation);

    /** Sets a jail and reloads the intrusion prevention. */
    void putJail(PutJail operation);

    /** Removes a jail of ours. */
    void removeJail(RemoveJail operation);
}
