package kz.tapbot.runtime.daily;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An image on a server's engine.
 *
 * @param id what it is
 * @param names what it is called, by whomever: with a tag, or with a digest
 * @param bytes that no other image shares, and that would be free without it
 * @param used whether any container was made of it, running or not, ours or not
 */
public record EngineImage(String id, SortedSet<String> names, long bytes, boolean used) {

    /** Copies the names. */
    public EngineImage {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}
