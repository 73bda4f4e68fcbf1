package kz.tapbot.runtime.memory.internal.act;

import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.memory.internal.machine.Manifest;
import kz.tapbot.runtime.operation.Adopt;
import kz.tapbot.runtime.operation.Disown;
import kz.tapbot.runtime.operation.OwnershipOperations;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Operations on whose things are. */
public final class OwnershipWork implements OwnershipOperations {

    private final Bench bench;

    /** With that bench. */
    public OwnershipWork(Bench bench) {
        this.bench = bench;
    }

    @Override
    public void adopt(Adopt operation) {
        bench.guard().perform(operation, () -> {
            if (!exists(operation.address())) {
                throw new OperationFailedException(operation.address() + " cannot be adopted: it is not there.");
            }
            if (!bench.machine()
                    .ownership()
                    .isOf(bench.topology(), operation.address(), bench.machine().label(operation.address()))) {
                bench.machine().ownership().claim(bench.topology(), operation.address(), Optional.empty());
            }
        });
    }

    @Override
    public void disown(Disown operation) {
        bench.guard().perform(operation, () -> {
            Address address = operation.address();
            Machine machine = bench.machine();
            if (!machine.ownership().isOf(bench.topology(), address, machine.label(address))) {
                return;
            }
            if (machine.label(address).isPresent()) {
                machine.manifest().put(address, new Manifest.Entry(Optional.empty(), Optional.empty()));
            } else {
                machine.manifest().remove(address);
            }
        });
    }

    private boolean exists(Address address) {
        Machine machine = bench.machine();
        String name = address.rest();
        return switch (address.kind()) {
            case "container" -> machine.engine().containers().containsKey(name);
            case "network" -> machine.engine().networks().containsKey(name);
            case "volume" -> machine.engine().volumes().containsKey(name);
            case "file", "directory" -> bench.host().files().at("/" + name).isPresent();
            case "user" -> bench.host().users().at(name).isPresent();
            case "sudo" -> bench.host().users().mayRun(name).isPresent();
            case "jail" -> bench.host().jails().at(name).isPresent();
            case "unit" -> bench.host().units().exists(name);
            case "package" -> bench.host().packages().has(name);
            default -> true;
        };
    }
}
