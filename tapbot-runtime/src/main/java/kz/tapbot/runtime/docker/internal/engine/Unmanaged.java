package kz.tapbot.runtime.docker.internal.engine;

import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.operation.FileOperations;
import kz.tapbot.runtime.operation.InstallPackage;
import kz.tapbot.runtime.operation.MakeDirectory;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.ProtectionOperations;
import kz.tapbot.runtime.operation.PutFirewall;
import kz.tapbot.runtime.operation.PutJail;
import kz.tapbot.runtime.operation.PutLink;
import kz.tapbot.runtime.operation.PutLinkKey;
import kz.tapbot.runtime.operation.PutSshd;
import kz.tapbot.runtime.operation.PutSudo;
import kz.tapbot.runtime.operation.PutUnit;
import kz.tapbot.runtime.operation.PutUser;
import kz.tapbot.runtime.operation.RemoveDirectory;
import kz.tapbot.runtime.operation.RemoveFile;
import kz.tapbot.runtime.operation.RemoveFirewall;
import kz.tapbot.runtime.operation.RemoveJail;
import kz.tapbot.runtime.operation.RemoveLink;
import kz.tapbot.runtime.operation.RemoveLinkKey;
import kz.tapbot.runtime.operation.RemovePackage;
import kz.tapbot.runtime.operation.RemoveSshd;
import kz.tapbot.runtime.operation.RemoveSudo;
import kz.tapbot.runtime.operation.RemoveSwap;
import kz.tapbot.runtime.operation.RemoveUnit;
import kz.tapbot.runtime.operation.RemoveUser;
import kz.tapbot.runtime.operation.RestartUnit;
import kz.tapbot.runtime.operation.SetSwap;
import kz.tapbot.runtime.operation.SetSysctl;
import kz.tapbot.runtime.operation.SetTimeZone;
import kz.tapbot.runtime.operation.SystemOperations;
import kz.tapbot.runtime.operation.UnsetSysctl;
import kz.tapbot.runtime.operation.WriteFile;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.UnreachableException;

/** Refuses what is to be done to the server around the engine: nobody plans it for this driver, and so it is a mistake when it comes. */
public final class Unmanaged implements SystemOperations, FileOperations, ProtectionOperations {

    private final Engine engine;

    /** Of the server of that engine. */
    public Unmanaged(Engine engine) {
        this.engine = engine;
    }

    /** Says what was asked for; to a session that has ended, that it has. */
    private OperationFailedException unmanaged(Operation operation) throws UnreachableException {
        engine.refuseClosed();
        return new OperationFailedException("Server " + engine.server()
                + " is managed as a container engine only, so that this cannot be done there: " + operation + ".");
    }

    @Override
    public void installPackage(InstallPackage operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removePackage(RemovePackage operation) {
        throw unmanaged(operation);
    }

    @Override
    public void putUser(PutUser operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removeUser(RemoveUser operation) {
        throw unmanaged(operation);
    }

    @Override
    public void putSudo(PutSudo operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removeSudo(RemoveSudo operation) {
        throw unmanaged(operation);
    }

    @Override
    public void setSysctl(SetSysctl operation) {
        throw unmanaged(operation);
    }

    @Override
    public void unsetSysctl(UnsetSysctl operation) {
        throw unmanaged(operation);
    }

    @Override
    public void setSwap(SetSwap operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removeSwap(RemoveSwap operation) {
        throw unmanaged(operation);
    }

    @Override
    public void setTimeZone(SetTimeZone operation) {
        throw unmanaged(operation);
    }

    @Override
    public void putUnit(PutUnit operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removeUnit(RemoveUnit operation) {
        throw unmanaged(operation);
    }

    @Override
    public void restartUnit(RestartUnit operation) {
        throw unmanaged(operation);
    }

    @Override
    public void putLinkKey(PutLinkKey operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removeLinkKey(RemoveLinkKey operation) {
        throw unmanaged(operation);
    }

    @Override
    public void putLink(PutLink operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removeLink(RemoveLink operation) {
        throw unmanaged(operation);
    }

    @Override
    public void writeFile(WriteFile operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removeFile(RemoveFile operation) {
        throw unmanaged(operation);
    }

    @Override
    public void makeDirectory(MakeDirectory operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removeDirectory(RemoveDirectory operation) {
        throw unmanaged(operation);
    }

    @Override
    public void putFirewall(PutFirewall operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removeFirewall(RemoveFirewall operation) {
        throw unmanaged(operation);
    }

    @Override
    public void putSshd(PutSshd operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removeSshd(RemoveSshd operation) {
        throw unmanaged(operation);
    }

    @Override
    public void putJail(PutJail operation) {
        throw unmanaged(operation);
    }

    @Override
    public void removeJail(RemoveJail operation) {
        throw unmanaged(operation);
    }
}
