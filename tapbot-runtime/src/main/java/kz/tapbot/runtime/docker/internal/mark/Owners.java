package kz.tapbot.runtime.docker.internal.mark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.docker.internal.keep.EngineManifest;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.ownership.Marks;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Decides whose things of an engine are: by the manifest where it says so, else by a signed label. */
public final class Owners {

    private final TopologyName topology;
    private final HostState state;
    private final EngineManifest manifest;

    /** Of that engine, for a run of that topology. */
    public Owners(TopologyName topology, HostState state, EngineManifest manifest) {
        this.topology = topology;
        this.state = state;
        this.manifest = manifest;
    }

    /** Whose a thing is, by what was read. */
    public static Owner owner(
            Address address,
            Map<String, String> labels,
            SortedMap<Address, EngineManifest.Entry> manifest,
            Marks marks) {
        EngineManifest.Entry entry = manifest.get(address);
        if (entry != null) {
            return entry.mark().map(mark -> marks.owner(mark, address)).orElseGet(() -> Owner.foreign("disowned"));
        }
        return Labels.mark(labels).map(mark -> marks.owner(mark, address)).orElseGet(() -> stranger(labels));
    }

    /** Who else it may be of, for people. */
    private static Owner stranger(Map<String, String> labels) {
        String project = labels.get("com.docker.compose.project");
        return Owner.foreign(project == null ? "" : "Compose project " + kz.tapbot.runtime.spi.Cleaned.line(project));
    }

    /** A mark for something that is made now. */
    public Mark mark(Address address) {
        return new Marks(state.fingerprintKey(true)).sign(topology, address);
    }

    /** Whether a thing is of this topology. */
    public boolean isOurs(Address address, Map<String, String> labels) {
        return owner(address, labels).is(topology);
    }

    /**
     * Refuses to change what somebody else made.
     *
     * @throws OperationFailedException if it is somebody else's
     */
    public void refuseForeign(Address address, Map<String, String> labels) {
        Owner owner = owner(address, labels);
        if (!owner.is(topology)) {
            throw new OperationFailedException(address + " is there already and belongs to " + owner
                    + ". Nothing was changed. Adopt it, or choose another name.");
        }
    }

    private Owner owner(Address address, Map<String, String> labels) {
        return owner(address, labels, manifest.all(), new Marks(state.fingerprintKey(false)));
    }

    /** Notes that a thing without a label is of this topology. */
    public void claim(Address address, List<String> probe) {
        claim(address, probe, Optional.empty());
    }

    /** The same of a thing that is made again when its content changes. */
    public void claim(Address address, List<String> probe, Optional<String> content) {
        Mark mark = mark(address);
        manifest.change(all -> {
            all.put(address, new EngineManifest.Entry(Optional.of(mark), probe, content));
            return all;
        });
    }

    /** Notes that a thing is nobody's, although it has a label. */
    public void disown(Address address) {
        manifest.change(all -> {
            all.put(address, new EngineManifest.Entry(Optional.empty(), List.of(), Optional.empty()));
            return all;
        });
    }

    /** Forgets what the manifest says of a thing. */
    public void forget(Address address) {
        manifest.change(all -> {
            all.remove(address);
            return all;
        });
    }

    /** What the manifest says of one thing goes over to another. */
    public void move(Address from, Address to) {
        SortedMap<Address, EngineManifest.Entry> all = manifest.all();
        EngineManifest.Entry entry = all.get(from);
        if (entry == null) {
            return;
        }
        if (entry.mark().isPresent()) {
            claim(to, entry.probe(), entry.content());
        } else {
            disown(to);
        }
        forget(from);
    }
}
