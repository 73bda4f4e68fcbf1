package kz.tapbot.runtime.resource;

import java.util.Comparator;
import java.util.Optional;
import kz.tapbot.model.link.LinkEnd;
import kz.tapbot.model.net.HostName;

/**
 * What a container has of a link: a network that nobody else is on, and there the name of the server that it may reach.
 *
 * @param end where it meets the link
 * @param name the name of the other server; absent where the container is what is reached
 */
public record LinkUse(LinkEnd end, Optional<HostName> name) implements Comparable<LinkUse> {

    private static final Comparator<LinkUse> ORDER = Comparator.comparing(LinkUse::end);

    @Override
    public int compareTo(LinkUse other) {
        return ORDER.compare(this, other);
    }
}
