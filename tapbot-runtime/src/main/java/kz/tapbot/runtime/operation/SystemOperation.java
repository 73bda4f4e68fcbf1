package kz.tapbot.runtime.operation;

/** An operation on packages, users, kernel settings, units and links of a server. */
public sealed interface SystemOperation extends Operation
        permits InstallPackage,
                RemovePackage,
                PutUser,
                RemoveUser,
                PutSudo,
                RemoveSudo,
                SetSysctl,
                UnsetSysctl,
                SetSwap,
                RemoveSwap,
                SetTimeZone,
                PutUnit,
                RemoveUnit,
                RestartUnit,
                PutLinkKey,
                RemoveLinkKey,
                PutLink,
                RemoveLink {

    /** Has the operation performed by whoever can. */
    void performedBy(SystemOperations operations);
}
