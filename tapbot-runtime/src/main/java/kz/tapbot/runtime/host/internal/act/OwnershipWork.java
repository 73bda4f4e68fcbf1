package kz.tapbot.runtime.host.internal.act;

import java.util.function.Supplier;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.operation.Adopt;
import kz.tapbot.runtime.operation.Disown;
import kz.tapbot.runtime.operation.OwnershipOperations;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Operations on whose things are; those of the engine are passed on to it. */
public final class OwnershipWork implements OwnershipOperations {

    private final Bench bench;
    private final Supplier<OwnershipOperations> engine;

    /** With that bench, and what does it on the engine. */
    public OwnershipWork(Bench bench, Supplier<OwnershipOperations> engine) {
        this.bench = bench;
        this.engine = engine;
    }

    @Override
    public void adopt(Adopt operation) {
        Address address = operation.address();
        if (isOfEngine(address)) {
            engine.get().adopt(operation);
            return;
        }
        bench.inTurn(() -> {
            bench.refuseOthers(address);
            if (!isThere(address)) {
                throw new OperationFailedException(address + " cannot be adopted: it is not there.");
            }
            if (!bench.ours(address)) {
                bench.adopt(address);
            }
        });
    }

    @Override
    public void disown(Disown operation) {
        if (isOfEngine(operation.address())) {
            engine.get().disown(operation);
            return;
        }
        bench.inTurn(() -> bench.take(operation.address(), "Disowning " + operation.address(), steps -> {}));
    }

    /** What is made inside services has kinds of its own, and the service's name before its own. */
    private static boolean isOfEngine(Address address) {
        return switch (address.kind()) {
            case "file", "directory", "time-zone", "swap", "firewall", "sshd", "engine", "sysctl" -> false;
            case "package", "user", "sudo", "jail", "unit" ->
                address.path().indexOf('/') != address.path().lastIndexOf('/');
            default -> true;
        };
    }

    private boolean isThere(Address address) {
        String name = Places.rest(address);
        return switch (address.kind()) {
            case "file", "directory" -> !bench.ask("stat", name).isEmpty();
            case "user" -> bench.ask("known", name).equals("yes");
            case "unit" -> bench.ask("unit", name).equals("loaded");
            case "package" -> bench.ask("have", name).equals("yes");
            default -> true;
        };
    }
}
