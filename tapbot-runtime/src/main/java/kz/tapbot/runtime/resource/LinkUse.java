package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.link.LinkEnd;

/**
 * What a container has of a link: a network that nobody else is on, and there the names of what it may reach.
 *
 * @param end where it meets the link
 * @param names the name of the other server inside the link, and those of its services that may be reached; none where the container is what is reached
 */
public record LinkUse(LinkEnd end, SortedSet<String> names) implements Comparable<LinkUse> {

    private static final Comparator<LinkUse> ORDER = Comparator.comparing(LinkUse::end);

    /** Copies the names. */
    public LinkUse {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    @Override
    public int compareTo(LinkUse other) {
        return ORDER.compare(this, other);
    }
}
