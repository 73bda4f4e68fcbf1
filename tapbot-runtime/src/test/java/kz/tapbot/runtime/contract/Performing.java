package kz.tapbot.runtime.contract;

import kz.tapbot.runtime.operation.EngineOperation;
import kz.tapbot.runtime.operation.FileOperation;
import kz.tapbot.runtime.operation.IncidentOperation;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.OwnershipOperation;
import kz.tapbot.runtime.operation.ProtectionOperation;
import kz.tapbot.runtime.operation.SystemOperation;
import kz.tapbot.runtime.spi.Session;

/** Passes an operation to the part of a session that performs it. */
public final class Performing {

    private Performing() {}

    /** Performs an operation. */
    public static void perform(Session in, Operation operation) {
        if (operation instanceof SystemOperation system) {
            system.performedBy(in.system());
        } else if (operation instanceof FileOperation file) {
            file.performedBy(in.files());
        } else if (operation instanceof ProtectionOperation protection) {
            protection.performedBy(in.protection());
        } else if (operation instanceof IncidentOperation incident) {
            incident.performedBy(in.incidents());
        } else if (operation instanceof EngineOperation engine) {
            engine.performedBy(in.engine());
        } else {
            ((OwnershipOperation) operation).performedBy(in.ownership());
        }
    }
}
