package kz.tapbot.runtime.operation;

/** An operation on what keeps strangers out of a server. */
public sealed interface ProtectionOperation extends Operation
        permits PutFirewall, RemoveFirewall, PutSshd, RemoveSshd, PutJail, RemoveJail {

    /** Has the operation performed by whoever can. */
    void performedBy(ProtectionOperations operations);
}
