package kz.tapbot.runtime.host.internal.keep;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.docker.internal.keep.JournalText;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.ownership.Marks;
import kz.tapbot.runtime.spi.JournalEntry;

/** What Tapbot keeps on a server, as it was read at once. */
public final class Kept {

    private final byte[] key;
    private final SortedMap<Address, Entry> entries;
    private final List<JournalEntry> journal;
    private final List<String> notes;

    Kept(byte[] key, SortedMap<Address, Entry> entries, List<JournalEntry> journal, List<String> notes) {
        this.key = key;
        this.entries = entries;
        this.journal = journal;
        this.notes = notes;
    }

    /** A copy of the key of fingerprints and marks; empty if there is none. */
    public byte[] key() {
        return key.clone();
    }

    /** What is noted of things. */
    public SortedMap<Address, Entry> entries() {
        return entries;
    }

    /** The end of the journal. */
    public List<JournalEntry> journal() {
        return journal;
    }

    /** What was taken back since the last run. */
    public List<String> notes() {
        return notes;
    }

    /** Of what a server said. */
    public static Kept of(Parts parts) {
        NavigableMap<Address, Entry> entries = new TreeMap<>();
        parts.below("noted ", (name, json) -> Entry.read(json).ifPresent(entry -> entries.put(entry.address(), entry)));
        return new Kept(
                key(parts.at("key")),
                Collections.unmodifiableSortedMap(entries),
                JournalText.entries(parts.at("journal")),
                kz.tapbot.runtime.spi.Cleaned.lines(parts.at("notes").lines().toList()));
    }

    static byte[] key(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** What is noted of a thing. */
    public Optional<Entry> at(Address address) {
        return Optional.ofNullable(entries.get(address));
    }

    /** Whose a thing is. */
    public Owner owner(Address address) {
        Entry entry = entries.get(address);
        return entry == null ? Owner.foreign("") : new Marks(key).owner(entry.mark(), address);
    }

    /** A mark for something that is made now. */
    public Mark sign(TopologyName topology, Address address) {
        return new Marks(key).sign(topology, address);
    }
}
