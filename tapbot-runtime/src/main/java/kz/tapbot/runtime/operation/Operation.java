package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;

/** One atomic step that a driver performs. Its text form is one line for people, without secrets. */
public sealed interface Operation
        permits SystemOperation,
                FileOperation,
                ProtectionOperation,
                IncidentOperation,
                EngineOperation,
                OwnershipOperation {

    /** What it is for. */
    Address address();
}
