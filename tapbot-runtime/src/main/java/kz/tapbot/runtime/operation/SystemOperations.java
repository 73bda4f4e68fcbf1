package kz.tapbot.runtime.operation;

/**
 * Performs operations on packages, users, kernel settings, units and links of a server: one method a kind, so that a new kind does not compile until every driver knows it. Each method is
 * safe to repeat, returns when the effect is there, and throws {@code kz.tapbot.runtime.spi.OperationFailedException} when it is not.
 */
public interface SystemOperations {

    /** Installs a package. */
    void installPackage(InstallPackage operation);

    /** Removes a package that Tapbot installed. */
    void removePackage(RemovePackage operation);

    /** Makes a user or changes it to this. */
    void putUser(PutUser operation);

    /** Removes a user; its home stays. */
    void removeUser(RemoveUser operation);

    /** Sets exactly what a user may run as root; checked before it replaces the old. */
    void putSudo(PutSudo operation);

    /** Takes away what a user may run as root. */
    void removeSudo(RemoveSudo operation);

    /** Sets a kernel setting, now and at boot. */
    void setSysctl(SetSysctl operation);

    /** Leaves a kernel setting to the system again. */
    void unsetSysctl(UnsetSysctl operation);

    /** Makes the swap file and uses it. */
    void setSwap(SetSwap operation);

    /** Stops using the swap file and removes it. */
    void removeSwap(RemoveSwap operation);

    /** Sets the time zone. */
    void setTimeZone(SetTimeZone operation);

    /** Writes a unit if it is ours, and brings it into the state it shall be in. */
    void putUnit(PutUnit operation);

    /** Stops and removes a unit of ours, or leaves a package's unit as it is. */
    void removeUnit(RemoveUnit operation);

    /** Restarts a unit so that it reads its configuration. */
    void restartUnit(RestartUnit operation);

    /** Makes a key for a link and tells its public half to the run; one that was made there stays. */
    void putLinkKey(PutLinkKey operation);

    /** Removes a key of ours. */
    void removeLinkKey(RemoveLinkKey operation);

    /** Brings a server's end of a link into the state it shall be in, with the public keys that the run knows. */
    void putLink(PutLink operation);

    /** Takes down a server's end of a link. */
    void removeLink(RemoveLink operation);
}
