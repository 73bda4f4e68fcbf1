package kz.tapbot.runtime.memory.internal.engine;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.resource.VolumeResource;

/** A volume of a simulated engine with what is in it. */
public final class SimVolume {

    private final VolumeResource made;
    private final Optional<Mark> mark;
    private final NavigableMap<String, String> data = new TreeMap<>();

    SimVolume(VolumeResource made, Optional<Mark> mark) {
        this.made = made;
        this.mark = mark;
    }

    /** As it was asked for. */
    public VolumeResource made() {
        return made;
    }

    /** Whose it is, if it says so. */
    public Optional<Mark> mark() {
        return mark;
    }

    /** What is in it, by path. */
    public SortedMap<String, String> data() {
        return data;
    }
}
