package kz.tapbot.runtime.memory.internal.machine;

import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.ownership.Marks;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Decides whose things of a simulated server are. */
public final class Ownership {

    private final Manifest manifest;
    private final Vault vault;

    Ownership(Manifest manifest, Vault vault) {
        this.manifest = manifest;
        this.vault = vault;
    }

    /** Whose a thing of the host is. */
    public Owner owner(Address address) {
        return owner(address, Optional.empty());
    }

    /** Whose a thing is that may carry a mark of its own. */
    public Owner owner(Address address, Optional<Mark> label) {
        return owner(address, label, new Marks(vault.key(false)));
    }

    /** The same for many things: the marks are checked by what is given. */
    public Owner owner(Address address, Optional<Mark> label, Marks marks) {
        Optional<Manifest.Entry> entry = manifest.at(address);
        if (entry.isPresent()) {
            return entry.get().mark().isEmpty()
                    ? Owner.foreign("disowned")
                    : marks.owner(entry.get().mark().get(), address);
        }
        return label.isEmpty() ? Owner.foreign("") : marks.owner(label.get(), address);
    }

    /** A mark for something that is made now. */
    public Mark mark(TopologyName topology, Address address) {
        return new Marks(vault.key(true)).sign(topology, address);
    }

    /** Whether a thing is of a topology. */
    public boolean isOf(TopologyName topology, Address address, Optional<Mark> label) {
        return owner(address, label).is(topology);
    }

    /**
     * Refuses to change what somebody else made.
     *
     * @throws OperationFailedException if it is somebody else's
     */
    public void refuseForeign(TopologyName topology, Address address, Optional<Mark> label) {
        Owner owner = owner(address, label);
        if (!owner.is(topology)) {
            throw new OperationFailedException(address + " is there already and belongs to " + owner
                    + ". Nothing was changed. Adopt it, or choose another name.");
        }
    }

    /**
     * Refuses to change what another topology has; what the system has of itself may be taken.
     *
     * @throws OperationFailedException if it is of another topology
     */
    public void refuseOthers(TopologyName topology, Address address) {
        Owner owner = owner(address);
        if (owner.topology().isPresent() && !owner.is(topology)) {
            throw new OperationFailedException(
                    address + " belongs to " + owner + ". Nothing was changed. Two topologies cannot share it.");
        }
    }

    /** Notes in the manifest that a thing is of a topology, and how we wrote it. */
    public void claim(TopologyName topology, Address address, Optional<Resource> written) {
        manifest.put(address, new Manifest.Entry(Optional.of(mark(topology, address)), written));
    }

    /** The same with attributes that only memory can tell. */
    public void claim(TopologyName topology, Resource written, SortedMap<String, String> remembered) {
        Address address = written.address();
        manifest.put(
                address, new Manifest.Entry(Optional.of(mark(topology, address)), Optional.of(written), remembered));
    }
}
