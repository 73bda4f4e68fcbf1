package kz.tapbot.runtime.memory.internal.machine;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.resource.Resource;

/** What a root-only file of the host says of whose things are: all of the host's, and those of the engine that were adopted or disowned. */
public final class Manifest {

    /**
     * An entry.
     *
     * @param mark whose it is; absent for a thing that was ours and no longer is
     * @param written as we wrote it; absent for what we took over and did not make
     * @param remembered attributes that only memory can tell, such as what a unit read when it was started
     */
    public record Entry(Optional<Mark> mark, Optional<Resource> written, SortedMap<String, String> remembered) {

        /** With nothing to remember. */
        public Entry(Optional<Mark> mark, Optional<Resource> written) {
            this(mark, written, Collections.emptySortedMap());
        }
    }

    private final NavigableMap<Address, Entry> entries = new TreeMap<>();

    /** All entries. */
    public SortedMap<Address, Entry> all() {
        return Collections.unmodifiableSortedMap(entries);
    }

    /** An entry. */
    public Optional<Entry> at(Address address) {
        return Optional.ofNullable(entries.get(address));
    }

    /** Notes whose a thing is. */
    public void put(Address address, Entry entry) {
        entries.put(address, entry);
    }

    /** Forgets a thing. */
    public void remove(Address address) {
        entries.remove(address);
    }

    /** Puts back what was noted once. */
    public void restore(Address address, Optional<Entry> before) {
        before.ifPresentOrElse(entry -> entries.put(address, entry), () -> entries.remove(address));
    }
}
