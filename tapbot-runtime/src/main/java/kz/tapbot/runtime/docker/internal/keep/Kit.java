package kz.tapbot.runtime.docker.internal.keep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.ownership.Marks;
import kz.tapbot.runtime.spi.JournalEntry;

/** All that Tapbot keeps on an engine, read in one breath. */
public final class Kit {

    private final SortedMap<String, Kept> files;
    private final SortedMap<Address, EngineManifest.Entry> manifest;
    private final List<JournalEntry> journal;

    private Kit(SortedMap<String, Kept> files) {
        this.files = files;
        this.manifest = EngineManifest.read(files);
        this.journal = JournalText.read(files);
    }

    /** Reads it. */
    public static Kit read(Cabinet cabinet) {
        return new Kit(cabinet.look());
    }

    /** Believes the marks that were made on this engine. */
    public Marks marks() {
        Kept key = files.get(EngineState.KEY);
        return new Marks(key == null ? new byte[0] : key.bytes());
    }

    /** Whose those things are that carry no label. */
    public SortedMap<Address, EngineManifest.Entry> manifest() {
        return manifest;
    }

    /** The last entry of a run that did not end. */
    public Optional<String> interrupted() {
        return JournalText.interrupted(journal);
    }

    /** All files by path. */
    public SortedMap<String, Kept> all() {
        return java.util.Collections.unmodifiableSortedMap(files);
    }

    /** The files below a directory, by what comes after it. */
    public Map<String, Kept> files(String directory) {
        java.util.SortedMap<String, Kept> below = new java.util.TreeMap<>();
        String prefix = directory + "/";
        files.tailMap(prefix).forEach((path, file) -> {
            if (path.startsWith(prefix)) {
                below.put(path.substring(prefix.length() - 1), file);
            }
        });
        return below;
    }
}
