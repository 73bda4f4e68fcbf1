package kz.tapbot.runtime.memory.internal.act;

import java.util.Collections;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.runtime.facts.Incident;
import kz.tapbot.runtime.operation.Ban;
import kz.tapbot.runtime.operation.IncidentOperations;
import kz.tapbot.runtime.operation.Isolate;
import kz.tapbot.runtime.operation.LiftIsolation;
import kz.tapbot.runtime.operation.LockUser;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.Unban;
import kz.tapbot.runtime.operation.UnlockUser;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Operations by which somebody is shut out. */
public final class IncidentWork implements IncidentOperations {

    private final Bench bench;

    /** With that bench. */
    public IncidentWork(Bench bench) {
        this.bench = bench;
    }

    @Override
    public void ban(Ban operation) {
        put(operation, Collections.emptySortedSet());
    }

    @Override
    public void unban(Unban operation) {
        remove(operation);
    }

    @Override
    public void lockUser(LockUser operation) {
        if (bench.host().users().at(operation.user().value()).isEmpty()) {
            throw new OperationFailedException(
                    "Locking the user " + operation.user() + " failed: there is no user " + operation.user() + ".");
        }
        put(operation, Collections.emptySortedSet());
    }

    @Override
    public void unlockUser(UnlockUser operation) {
        remove(operation);
    }

    @Override
    public void isolate(Isolate operation) {
        put(operation, operation.from());
    }

    @Override
    public void liftIsolation(LiftIsolation operation) {
        remove(operation);
    }

    private void put(Operation operation, SortedSet<Cidr> only) {
        Address address = operation.address();
        bench.guard()
                .perform(
                        operation,
                        () -> bench.host()
                                .barred()
                                .put(new Incident(
                                        address,
                                        bench.machine().pulse().now(),
                                        bench.context().who(),
                                        true,
                                        only)));
    }

    private void remove(Operation operation) {
        bench.guard().perform(operation, () -> bench.host().barred().remove(operation.address()));
    }
}
